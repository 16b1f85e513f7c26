// Two ways that weigh the same: the face, or another way.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property bool stacked: Theme.portrait && Theme.elder
    readonly property var ways: [
        {
            icon: "face", name: "consent.useFace", title: qsTr("Use my face"), act: qsTr("Use my face"),
            lines: stacked ? [qsTr("About 5 seconds"), qsTr("The picture is deleted right after")]
                : [qsTr("About 5 seconds"), qsTr("Compared with your stored face, on this machine"), qsTr("The picture is deleted right after"), qsTr("Stop whenever you like")]
        },
        {
            icon: "card", name: "consent.useOtherWay", title: qsTr("Another way"), act: qsTr("Use another way"),
            lines: stacked ? [qsTr("About 20 seconds"), qsTr("The camera stays off")]
                : [qsTr("About 20 seconds"), qsTr("Your number and PIN, or a member of staff"), qsTr("The camera stays off"), qsTr("Nothing about your face is used")]
        }
    ]

    title: qsTr("How would you like to show who you are?")
    lead: stacked ? "" : qsTr("Both ways give you the same services. It is your choice.")
    aside: [
        Item { width: 1; height: Theme.s1; visible: !Theme.portrait },
        Assurance { visible: !Theme.portrait; width: parent.width }
    ]

    component Assurance: Column {
        spacing: Theme.s2
        Row {
            visible: !Theme.elder || Theme.portrait // the notice says it too, and large letters need the room
            spacing: Theme.s2
            width: parent.width
            Icon { id: shield; name: "shield"; color: Theme.primary }
            Txt {
                width: parent.width - shield.width - Theme.s2
                color: Theme.ink2
                text: qsTr("You can withdraw at any time and have your data erased. Under 14? A guardian must agree.")
            }
        }
        Btn {
            objectName: "consent.readNotice"
            kind: "quiet"
            text: qsTr("Read the whole notice")
            onClicked: page.model.readNotice()
        }
    }

    Column {
        id: body
        width: parent.width
        spacing: Theme.s3
        Note {
            width: parent.width
            tone: "warn"
            text: page.model.faceAvailable ? "" : Texts.failure(page.model.faceReason)
        }
        Grid {
            id: grid
            columns: page.stacked ? 1 : 2
            spacing: Theme.s3
            width: parent.width
            Repeater {
                model: 2
                WayCard {
                    required property int index
                    way: page.ways[index]
                    compact: page.stacked
                    choosable: index === 1 || page.model.faceAvailable
                    room: page.room
                    width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                    onChosen: index === 0 ? page.model.useFace() : page.model.useOtherWay()
                }
            }
        }
        Assurance { visible: Theme.portrait; width: parent.width }
    }
}
