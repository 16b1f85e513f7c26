// Who read what the registers know about the person, and what they agreed to.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art

    title: qsTr("Who read my data")
    lead: qsTr("Every read leaves a line here. A line that is changed or taken away is found out.")
    split: 0.36
    showSteps: false
    aside: Btn {
        objectName: "data.correct"
        kind: "secondary"
        iconName: "edit"
        text: qsTr("A register is wrong")
        onClicked: page.model.correct()
    }
    Column {
        id: body
        width: parent.width
        spacing: Theme.s3
        Tidings { model: page.model; empty: page.model.reads.length === 0 && page.model.consents.length === 0; nothing: qsTr("Nobody has read your data.") }
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
                        label: modelData.value + " · " + modelData.shown
                        value: modelData.label
                        last: index === page.model.reads.length - 1
                    }
                }
            }
        }
        Txt {
            role: "title"
            visible: page.model.consents.length > 0
            text: qsTr("What you agreed to")
            width: parent.width
            Accessible.role: Accessible.Heading
        }
        Card {
            width: parent.width
            visible: page.model.consents.length > 0
            height: consents.implicitHeight + pad * 2
            Column {
                id: consents
                width: parent.width
                Repeater {
                    model: page.model.consents
                    FactRow {
                        required property var modelData
                        required property int index
                        width: consents.width
                        iconName: modelData.stands ? "okring" : "lock"
                        label: modelData.value
                        value: modelData.label
                        action: modelData.stands ? qsTr("Withdraw") : ""
                        actionName: "data.withdraw." + modelData.id
                        last: index === page.model.consents.length - 1
                        onActed: page.model.withdraw(modelData.id)
                    }
                }
            }
        }
    }
}
