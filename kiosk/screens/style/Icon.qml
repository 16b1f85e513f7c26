// A stroke icon in one colour.
import QtQuick

Image {
    property string name
    property color color: Theme.ink
    property int size: Theme.icon

    width: name ? size : 0
    height: size
    sourceSize: Qt.size(size * 2, size * 2)
    smooth: true
    source: name ? "image://icon/" + name + "/" + String(color).slice(-6) : ""
    Accessible.ignored: true
}
