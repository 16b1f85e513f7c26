// A short message that leaves by itself.
import QtQuick

Card {
    id: toast
    property string text
    property string iconName: "okring"

    raised: true
    fill: "#14211F"
    edge: Theme.lineStrong
    edgeWidth: Theme.dark ? Theme.hair : 0
    pad: Theme.s2
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.s2 * 2)
    implicitWidth: Math.ceil(words.implicitWidth) + sign.width + Theme.s2 + Theme.s3 * 2
    Accessible.role: Accessible.Notification
    Accessible.name: text
    Row {
        spacing: Theme.s2
        anchors.centerIn: parent
        Icon { id: sign; name: toast.iconName; color: "#FFC42E"; anchors.verticalCenter: parent.verticalCenter }
        Txt {
            id: words
            text: toast.text
            bold: true
            color: "#FFFFFF"
            width: Math.min(Math.ceil(implicitWidth), toast.width - sign.width - Theme.s2 - Theme.s3 * 2)
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
