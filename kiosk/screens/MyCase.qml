// One application in full: where it stands, what was said, what came of it, what one may do.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art

    title: model.service
    lead: model.when
    split: 0.36
    showSteps: false
    aside: Row {
        visible: page.model.loaded && !page.model.failed
        spacing: Theme.s2
        width: parent.width
        Plate { id: sign; number: page.model.number; tone: page.model.colour || Theme.primary; size: Theme.mm(15) }
        Column {
            width: parent.width - sign.width - Theme.s2
            Txt { bold: true; color: Theme.primary; text: page.model.title; width: parent.width }
            Txt { role: "caption"; color: Theme.ink2; text: page.model.due; visible: text !== ""; width: parent.width }
        }
    }

    component Part: Txt {
        role: "title"
        width: parent.width
        topPadding: Theme.s1
        Accessible.role: Accessible.Heading
    }

    Column {
        id: body
        width: parent.width
        spacing: Theme.s3
        Tidings { model: page.model }
        Note { width: parent.width; text: page.model.next; tone: page.model.asked ? "warn" : "info" }
        Messages {
            width: parent.width
            visible: page.model.loaded && !page.model.failed
            model: page.model
        }
        Part { text: qsTr("Documents issued"); visible: page.model.documents.length > 0 }
        Card {
            width: parent.width
            visible: page.model.documents.length > 0
            height: issued.implicitHeight + pad * 2
            Column {
                id: issued
                width: parent.width
                Repeater {
                    model: page.model.documents
                    FactRow {
                        required property var modelData
                        required property int index
                        width: issued.width
                        iconName: "doc"
                        label: modelData.when
                        value: modelData.title
                        last: index === page.model.documents.length - 1
                    }
                }
            }
        }
        Part { text: qsTr("What happened so far"); visible: page.model.steps.length > 0 }
        Card {
            width: parent.width
            visible: page.model.steps.length > 0
            height: steps.implicitHeight + pad * 2
            Column {
                id: steps
                width: parent.width
                Repeater {
                    model: page.model.steps
                    FactRow {
                        required property var modelData
                        required property int index
                        width: steps.width
                        iconName: index === page.model.steps.length - 1 ? "okring" : "check"
                        label: modelData.when
                        value: modelData.title
                        last: index === page.model.steps.length - 1
                    }
                }
            }
        }
        Part { text: qsTr("How was it?"); visible: page.model.rateable && page.model.loaded && page.model.rated === "" }
        Levels {
            width: parent.width
            visible: page.model.rateable && page.model.loaded && page.model.rated === ""
            onScored: score => page.model.rate(score)
        }
        Note { width: parent.width; tone: "ok"; text: page.model.rated }
        Repeater {
            model: page.model.moves
            Btn {
                required property var modelData
                objectName: "case.move." + modelData.move
                kind: modelData.move === "cancel" ? "danger" : "secondary"
                enabled: !page.model.busy
                text: modelData.label
                Accessible.description: page.model.service
                onClicked: page.model.move(modelData.move)
            }
        }
    }
}
