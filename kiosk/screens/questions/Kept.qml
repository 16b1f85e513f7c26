// Attachments that a question holds already: each with its size, and a way to take it away.
pragma ComponentBehavior: Bound
import QtQuick
import "../style"

Card {
    id: kept
    required property var question
    property bool pictures: false // made by this terminal, so that they may be shown
    property bool busy: false // something is being attached: nothing else is to be seen
    readonly property var files: question.attached

    visible: files.length > 0 && !busy
    implicitHeight: visible ? rows.implicitHeight + pad * 2 : 0
    pad: Theme.s2
    Column {
        id: rows
        width: parent.width
        Repeater {
            model: kept.files
            Item {
                id: row
                required property var modelData
                required property int index
                width: rows.width
                height: fact.height
                Rectangle {
                    id: paper
                    visible: kept.pictures || row.modelData.shown === true
                    width: visible ? Theme.mm(Theme.portrait ? 52 : 44) : 0
                    height: fact.height - Theme.s2
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.paper
                    border.width: Theme.hair
                    border.color: Theme.line
                    Image {
                        anchors.fill: parent
                        anchors.margins: Theme.hair
                        source: paper.visible ? "image://kept/" + row.modelData.sha256 : ""
                        sourceSize: Qt.size(width, height)
                        fillMode: Image.PreserveAspectFit
                        Accessible.ignored: true
                    }
                }
                FactRow {
                    id: fact
                    anchors.left: paper.right
                    anchors.leftMargin: paper.visible ? Theme.s3 : 0
                    anchors.right: parent.right
                    height: Math.max(implicitHeight, paper.visible ? Theme.mm(38) : 0)
                    iconName: paper.visible ? "" : "doc"
                    label: row.modelData.size ?? ""
                    value: row.modelData.name
                    action: qsTr("Remove")
                    actionName: "question.remove." + kept.question.field.name + "." + row.index
                    last: row.index === kept.files.length - 1
                    onActed: kept.question.model.detach(kept.question.field.name, row.index)
                }
            }
        }
    }
}
