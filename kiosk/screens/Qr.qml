// A QR code from rows of 0 and 1, on whole pixels so that cameras read it.
import QtQuick

Canvas {
    id: code
    property var rows: []

    visible: rows.length > 0
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Code of the receipt")
    onRowsChanged: requestPaint()
    onPaint: {
        const brush = getContext("2d")
        brush.fillStyle = "#FFFFFF"
        brush.fillRect(0, 0, width, height)
        const size = Math.floor(width / Math.max(1, rows.length))
        const left = Math.floor((width - size * rows.length) / 2)
        brush.fillStyle = "#14211F"
        for (let y = 0; y < rows.length; ++y)
            for (let x = 0; x < rows[y].length; ++x)
                if (rows[y][x] === "1") brush.fillRect(left + x * size, left + y * size, size, size)
    }
}
