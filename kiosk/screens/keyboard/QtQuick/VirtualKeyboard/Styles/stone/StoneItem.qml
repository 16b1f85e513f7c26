// One word of a list above the keys.
import QtQuick
import QtQuick.VirtualKeyboard.Styles
import "../../../../../style"

SelectionListItem {
    id: item
    property string words
    width: Math.max(Theme.target, said.implicitWidth + Theme.s3 * 2)
    height: Theme.target
    Txt {
        id: said
        anchors.centerIn: parent
        text: item.words
        role: "lead"
        wrapMode: Text.NoWrap
    }
    Rectangle {
        anchors.right: parent.right
        width: Theme.hair
        height: parent.height * 0.5
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.line
    }
}
