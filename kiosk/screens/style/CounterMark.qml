// A small mark on a counter's sign: one's own application, else a clerk who is away.
import QtQuick

Rectangle {
    id: mark
    property var counter
    readonly property bool mine: counter.mine === true

    visible: mine || counter.state === "closed"
    width: Theme.mm(Theme.elder ? 9 : 7)
    height: width
    radius: width / 2
    color: Theme.high ? "#000000" : mine ? "#FFF7E0" : "#FFFFFF"
    border.width: Theme.px(2)
    border.color: Theme.high ? "#FFFFFF" : mine ? "#B8862B" : "#64706B"
    Icon {
        anchors.centerIn: parent
        name: mark.mine ? "doc" : "clock"
        size: parent.width * 0.72
        color: Theme.high ? "#FFE600" : mark.mine ? "#624000" : "#3B4845"
    }
}
