// What is in a folder of the stick: folders to open, files to take, and why some cannot be taken.
pragma ComponentBehavior: Bound
import QtQuick
import "../style"

Column {
    id: list
    property string name
    property var now: ({})
    property var model
    readonly property var rows: now.rows ?? []
    readonly property bool reading: now.stage === "reading"

    spacing: Theme.s2
    Item {
        id: place
        width: parent.width
        height: up.visible ? up.height : where.implicitHeight
        Btn {
            id: up
            objectName: "files.up"
            visible: list.now.inside === true
            kind: "secondary"
            iconName: "up"
            height: Theme.target
            Accessible.name: qsTr("Up one folder")
            onClicked: list.model.chooseRow(-1)
        }
        Txt {
            id: where
            anchors.left: parent.left
            anchors.leftMargin: up.visible ? up.width + Theme.s2 : 0
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: list.reading ? qsTr("Reading the file…") : list.now.place ?? ""
            color: Theme.ink2
        }
    }
    Card {
        width: parent.width
        height: Math.max(Theme.target * 2, list.height - place.height - Theme.s2)
        pad: Theme.hair
        edge: Theme.lineStrong
        edgeWidth: Theme.stroke
        Pager {
            anchors.fill: parent
            anchors.margins: Theme.s2
            bleed: Theme.px(9)
            Column {
                width: parent.width
                spacing: Theme.s1
                Note {
                    width: parent.width
                    text: list.rows.length === 0 && !list.reading ? qsTr("There are no files here.") : ""
                    detail: text ? qsTr("Put in a USB stick, or open another folder.") : ""
                }
                Repeater {
                    model: list.rows
                    ChoiceCard {
                        required property var modelData
                        required property int index
                        objectName: "files.row." + index
                        width: parent ? parent.width : 0
                        enabled: !list.reading
                        iconName: modelData.folder ? "folder" : modelData.refused ? "alert" : "doc"
                        text: modelData.name
                        note: modelData.folder ? "" : [modelData.size, modelData.refused ? Texts.filled(modelData.refused, modelData.limit ?? "") : ""].filter(t => t).join(" · ")
                        onClicked: list.model.chooseRow(index)
                    }
                }
            }
        }
    }
}
