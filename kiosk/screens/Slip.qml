// The slip itself. It is bilingual in every language, because paper travels.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Card {
    id: slip
    property var model
    readonly property string mono: Theme.sans

    height: Math.max(code.visible ? code.height : 0, words.implicitHeight) + pad * 2
    raised: true
    pad: Theme.s4
    radius: Theme.px(6)
    fill: Theme.paper
    edgeWidth: Theme.dark ? Theme.stroke : 0
    Rectangle {
        x: -slip.pad
        y: -slip.pad
        width: slip.width
        height: Theme.mm(2)
        color: "#0B4F4A"
    }
    Column {
        id: words
        anchors.left: parent.left
        anchors.right: code.visible ? code.left : parent.right
        anchors.rightMargin: code.visible ? Theme.s4 : 0
        spacing: Theme.s1
        Txt { role: "caption"; color: Theme.paperInk2; width: parent.width; text: "受理编号 · Reference" }
        Txt {
            objectName: "receipt.reference"
            text: slip.model.reference
            font.pixelSize: Theme.pt(34)
            bold: true
            color: Theme.paperInk
            width: parent.width
            wrapMode: Text.WrapAnywhere
        }
        Rule { color: "#D3CBBA" }
        Row {
            spacing: Theme.s2
            width: parent.width
            Plate { id: sign; number: slip.model.counterNumber; tone: slip.model.counterColour || Theme.primary; size: Theme.mm(13); y: Theme.s1 }
            Column {
                width: parent.width - sign.width - Theme.s2
                Txt { bold: true; color: Theme.paperInk; text: slip.model.serviceZh; width: parent.width }
                Txt { role: "caption"; color: Theme.paperInk2; text: slip.model.serviceEn; width: parent.width }
            }
        }
        Txt {
            role: "caption"
            color: Theme.paperInk2
            width: parent.width
            text: slip.model.departmentZh + " · " + slip.model.departmentEn
        }
        Txt { role: "caption"; color: Theme.paperInk2; width: parent.width; text: slip.model.time }
    }
    Qr {
        id: code
        rows: slip.model.qr
        width: Theme.mm(Theme.portrait ? 84 : 76)
        height: width
        anchors.right: parent.right
    }
}
