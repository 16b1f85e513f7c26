// One measure of a capture, as words and a bar; never a raw score.
import QtQuick
import "style"

Column {
    id: row
    property var quality
    readonly property color tone: quality.ok ? Theme.ok : Theme.warn

    spacing: Theme.s1
    Row {
        width: parent.width
        spacing: Theme.s2
        Icon { id: sign; name: row.quality.ok ? "okring" : "alert"; size: Theme.mm(8); color: row.tone }
        Txt {
            role: "caption"
            bold: !row.quality.ok
            width: parent.width - sign.width - Theme.s2
            color: row.quality.ok ? Theme.ink : row.tone
            text: row.quality.ok || !row.quality.advice ? Texts.of(row.quality.label) : Texts.guidance(row.quality.advice)
        }
    }
    Rectangle {
        width: parent.width
        height: Theme.mm(2.6)
        radius: height / 2
        color: Theme.sunken
        border.width: Theme.hair
        border.color: Theme.lineStrong
        Rectangle {
            width: parent.width * Math.max(0.04, Math.min(1, row.quality.value))
            height: parent.height
            radius: height / 2
            color: row.tone
        }
    }
}
