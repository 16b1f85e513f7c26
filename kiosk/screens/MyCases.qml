// What the person has applied for: what is true, what comes next, what they may do; who read their data.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art

    title: qsTr("My applications")
    lead: qsTr("What is true now, and what comes next.")
    split: 0.34
    showSteps: false
    Column {
        id: body
        width: parent.width
        spacing: Theme.s3
        Note {
            width: parent.width
            tone: page.model.failed ? "warn" : "info"
            text: !page.model.loaded ? "" : page.model.failed ? qsTr("The departments cannot be reached now. Try again in a moment.")
                : page.model.cases.length === 0 ? qsTr("You have not applied for anything yet.") : ""
        }
        Repeater {
            model: page.model.cases
            Card {
                id: one
                required property var modelData
                width: body.width
                height: words.implicitHeight + pad * 2
                Column {
                    id: words
                    width: parent.width
                    spacing: Theme.s2
                    Row {
                        width: parent.width
                        spacing: Theme.s2
                        Plate { id: sign; number: one.modelData.number; tone: one.modelData.colour; size: Theme.mm(Theme.elder ? 15 : 12) }
                        Column {
                            width: parent.width - sign.width - Theme.s2
                            Txt { role: "title"; text: one.modelData.service; width: parent.width; Accessible.role: Accessible.Heading }
                            Txt { role: "caption"; color: Theme.ink2; text: one.modelData.when; width: parent.width }
                        }
                    }
                    Txt { bold: true; color: Theme.primary; text: one.modelData.title; width: parent.width }
                    Txt { text: one.modelData.next; width: parent.width }
                    Repeater {
                        model: one.modelData.moves
                        Btn {
                            required property var modelData
                            objectName: "cases." + modelData.move + "." + one.modelData.reference
                            kind: "secondary"
                            text: modelData.label
                            Accessible.description: one.modelData.service
                            onClicked: page.model.move(one.modelData.reference, modelData.move)
                        }
                    }
                }
            }
        }
        Txt {
            role: "h2"
            visible: page.model.loaded && !page.model.failed
            text: qsTr("Who read my data")
            width: parent.width
            Accessible.role: Accessible.Heading
        }
        Txt {
            visible: page.model.loaded && !page.model.failed && page.model.reads.length === 0
            text: qsTr("Nobody has read your data.")
            width: parent.width
        }
        Card {
            width: parent.width
            visible: page.model.reads.length > 0
            height: reads.implicitHeight + pad * 2
            Column {
                id: reads
                width: parent.width
                Repeater {
                    model: page.model.reads
                    FactRow {
                        required property var modelData
                        required property int index
                        width: reads.width
                        iconName: "registry"
                        label: modelData.value
                        value: modelData.label
                        last: index === page.model.reads.length - 1
                    }
                }
            }
        }
    }
}
