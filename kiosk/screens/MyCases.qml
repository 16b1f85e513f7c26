// What the person has applied for: what is true now and what comes next, each to be opened.
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
    aside: Flow {
        width: parent.width
        spacing: Theme.s2
        Repeater {
            model: [
                { name: "cases.documents", icon: "doc", text: qsTr("My documents") },
                { name: "cases.coming", icon: "clock", text: qsTr("Come to a counter") },
                { name: "cases.data", icon: "registry", text: qsTr("Who read my data") }
            ]
            Btn {
                required property var modelData
                objectName: modelData.name
                kind: "secondary"
                iconName: modelData.icon
                text: modelData.text
                width: Theme.portrait ? Math.min(implicitWidth, parent.width) : parent.width
                onClicked: modelData.icon === "doc" ? page.model.showDocuments() : modelData.icon === "clock" ? page.model.showComing() : page.model.showData()
            }
        }
    }
    Column {
        id: body
        width: parent.width
        spacing: Theme.s3
        Tidings { model: page.model; empty: page.model.cases.length === 0; nothing: qsTr("You have not applied for anything yet.") }
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
                    Btn {
                        objectName: "cases.open." + one.modelData.reference
                        visible: one.modelData.here // another department's own system tells no more
                        kind: "secondary"
                        iconName: one.modelData.news ? "mail" : ""
                        text: one.modelData.news || qsTr("Look at it")
                        trailing: "right"
                        Accessible.description: one.modelData.service
                        onClicked: page.model.open(one.modelData.reference)
                    }
                }
            }
        }
    }
}
