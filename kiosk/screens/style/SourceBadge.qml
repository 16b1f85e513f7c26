// Where a value that was filled in already came from.
import QtQuick

Rectangle {
    id: badge
    property string text
    property string iconName: "registry"
    property real widest: 1e6

    visible: text !== ""
    implicitWidth: Math.min(widest, Math.ceil(words.implicitWidth) + sign.width + Theme.s1 + Theme.s3)
    implicitHeight: words.implicitHeight + Theme.s1
    radius: Math.min(height / 2, Theme.mm(5))
    color: Theme.primarySoft
    border.width: Theme.high ? Theme.px(3) : 0
    border.color: Theme.primary
    Icon {
        id: sign
        name: badge.iconName
        size: Theme.mm(Theme.elder ? 8 : 6.2)
        color: Theme.primary
        anchors.left: parent.left
        anchors.leftMargin: Theme.s3 / 2
        anchors.verticalCenter: parent.verticalCenter
    }
    Txt {
        id: words
        text: badge.text
        role: "caption"
        bold: true
        color: Theme.primary
        anchors.left: sign.right
        anchors.leftMargin: Theme.s1
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3 / 2
        anchors.verticalCenter: parent.verticalCenter
    }
}
