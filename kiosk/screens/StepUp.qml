// A service that must know more surely who is there: why, and two ways that weigh the same.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property bool stacked: Theme.portrait && Theme.elder
    readonly property string why: model.faceOffered ? "" : model.unmet ? qsTr("The face check on this terminal was not sure enough. The PIN is.")
        : qsTr("The face check on this terminal cannot be that sure. The PIN is.")
    readonly property var ways: [
        {
            icon: "face", name: "stepup.checkFace", title: qsTr("Check my face again"), act: qsTr("Check my face"),
            lines: [qsTr("About 15 seconds"), model.movements ? qsTr("Make one or two small movements") : qsTr("Look at the camera for a moment"), qsTr("The picture is deleted right after")]
        },
        {
            icon: "card", name: "stepup.useCard", title: qsTr("Use my PIN"), act: qsTr("Enter the PIN"),
            lines: [qsTr("About 10 seconds"), qsTr("The six digits of your card"), qsTr("The camera stays off")]
        }
    ]
    readonly property var offered: model.faceOffered ? ways : [ways[1]]

    title: qsTr("One more check for this service")
    lead: qsTr("%1: for this we must be surer that it is you. Then it goes on here; nothing is lost.").arg(model.service)
    showSteps: false
    backText: qsTr("Back to the services")

    Column {
        width: parent.width
        spacing: Theme.s3
        Note { width: parent.width; text: page.why }
        Grid {
            id: grid
            columns: page.stacked ? 1 : 2
            spacing: Theme.s3
            width: parent.width
            Repeater {
                model: page.offered
                WayCard {
                    required property var modelData
                    way: modelData
                    compact: page.stacked || page.offered.length === 1
                    room: page.room
                    width: page.offered.length === 1 ? grid.width : (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                    onChosen: modelData.icon === "face" ? page.model.checkFace() : page.model.useCard()
                }
            }
        }
    }
}
