// A counter's sign: the same in the hall, in lists, on the map and on paper.
import QtQuick

Rectangle {
    id: plate
    property int number: 0
    property color tone: Theme.primary
    property real size: Theme.mm(Theme.elder ? 17 : 14)

    width: size
    height: size
    radius: Theme.mm(1.6)
    color: Theme.high ? "#000000" : tone
    border.width: Theme.high ? Theme.px(3) : Theme.dark ? Theme.px(2) : 0
    border.color: Theme.high ? "#FFFFFF" : "#F6F2E8"
    Txt {
        anchors.centerIn: parent
        text: plate.number
        bold: true
        font.pixelSize: Math.max(plate.size * 0.56, Theme.caption)
        color: "#FFFFFF"
        Accessible.ignored: true
    }
}
