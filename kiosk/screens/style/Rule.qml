// A hairline between two rows.
import QtQuick

Rectangle {
    width: parent ? parent.width : 0
    height: Theme.hair
    color: Theme.line
}
