// A QR code from rows of 0 and 1; never cached, because it belongs to one person.
import QtQuick

Image {
    property var rows: []

    visible: rows.length > 0
    source: rows.length > 0 ? "image://qr/" + rows.join(".") : ""
    sourceSize: Qt.size(width, width)
    smooth: false
    cache: false
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Code of the receipt")
}
