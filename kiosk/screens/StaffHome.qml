// The desk: what staff can do here.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    readonly property var tasks: [
        { id: "enrol", icon: "camera", title: qsTr("Enrol a citizen"), note: qsTr("From the camera or from pictures, with consent") },
        { id: "erase", icon: "trash", title: qsTr("Erase a citizen's face"), note: qsTr("At the citizen's request") },
        { id: "readiness", icon: "shield", title: qsTr("Readiness"), note: qsTr("Camera, models, printer, network, disk") },
        { id: "settings", icon: "edit", title: qsTr("Settings"), note: qsTr("How this terminal works") }
    ]

    title: qsTr("What would you like to do?")
    showSteps: false
    backText: qsTr("Sign out")
    backHandler: () => model.signOut()
    aside: Note { width: parent.width; text: Texts.of(page.model.message) }
    Column {
        id: list
        width: parent.width
        spacing: Theme.s3
        Repeater {
            model: page.tasks
            ChoiceCard {
                required property var modelData
                objectName: "staff.page." + modelData.id
                width: list.width
                height: Math.max(implicitHeight, Theme.mm(Theme.portrait ? 52 : 42))
                iconName: modelData.icon
                text: modelData.title
                note: modelData.note
                onClicked: page.model.openPage(modelData.id)
            }
        }
    }
}
