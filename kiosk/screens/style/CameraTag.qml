// The camera's light: a dot and its words.
import QtQuick

Card {
    id: tag
    property bool live: true
    property string tag

    width: words.implicitWidth + Theme.s4 + Theme.s2
    height: Theme.mm(Theme.elder ? 19 : 15)
    radius: height / 2
    edge: Theme.lineStrong
    edgeWidth: Theme.hair
    pad: 0
    Row {
        id: words
        anchors.centerIn: parent
        spacing: Theme.s2
        Rectangle {
            width: Theme.mm(6)
            height: width
            radius: width / 2
            color: tag.live ? Theme.live : Theme.sunken
            border.width: Theme.px(3)
            border.color: tag.live ? "#0E5A28" : Theme.lineStrong
            anchors.verticalCenter: parent.verticalCenter
        }
        Txt {
            text: tag.tag ? tag.tag : tag.live ? qsTr("Camera is on") : qsTr("Camera is off")
            bold: true
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
