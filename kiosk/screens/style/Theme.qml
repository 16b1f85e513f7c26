pragma Singleton
// Colours, sizes and type: every size is physical, in millimetres or points of the design's screen.
import QtQuick

QtObject {
    // set by the window
    property real pxPerMm: 3.614
    property bool portrait: false
    property bool elder: false
    property string contrast: "light"
    property bool reducedMotion: false
    property string language: "zh_CN"

    readonly property bool high: contrast === "high"
    readonly property bool dark: contrast !== "light"

    function mm(v: real): int { return Math.round(v * pxPerMm) }
    function pt(v: real): int { return Math.round(v * pxPerMm * 0.35278) }
    function px(v: real): int { return Math.max(1, Math.round(v * pxPerMm / 3.614)) }
    function pick(light: color, darkened: color, strong: color): color {
        return contrast === "high" ? strong : contrast === "dark" ? darkened : light
    }

    // type: nothing below 18 pt, nothing below 30 pt for elder eyes
    readonly property int caption: pt(elder ? 30 : portrait ? 21 : 18.5)
    readonly property int body: pt(elder ? 30 : portrait ? 25 : 22)
    readonly property int lead: pt(elder ? 32 : portrait ? 28 : 25)
    readonly property int title: pt(elder ? 34 : portrait ? 31 : 27)
    readonly property int h2: pt(elder ? 38 : portrait ? 36 : 32)
    readonly property int h1: pt(elder ? 48 : portrait ? 50 : 46)
    readonly property int display: pt(elder ? 60 : portrait ? 70 : 62)
    readonly property string sans: "Noto Sans CJK SC"
    readonly property string serif: high || elder ? sans : "Noto Serif CJK SC"

    // space, on a 2 mm step
    readonly property int s1: mm(2)
    readonly property int s2: mm(4)
    readonly property int s3: mm(6)
    readonly property int s4: mm(8)
    readonly property int s5: mm(12)
    readonly property int s6: mm(18)
    readonly property int margin: mm(portrait ? 16 : 20)
    readonly property int target: mm(elder ? 28 : portrait ? 26 : 23)
    readonly property int icon: mm(elder ? 12 : portrait ? 11 : 9.5)
    readonly property int radius: mm(2.5)
    readonly property int radiusL: mm(4)
    readonly property int hair: px(high ? 3 : 2)
    readonly property int stroke: px(high ? 4 : 3)
    readonly property int thick: stroke + px(2)
    readonly property int bar: mm(25)
    readonly property int dock: mm(elder ? 38 : 30)

    // motion, in milliseconds
    readonly property int quick: reducedMotion ? 0 : 120
    readonly property int calm: reducedMotion ? 0 : 240

    // colour roles
    readonly property color bg: pick("#F4F0E7", "#0F1715", "#000000")
    readonly property color surface: pick("#FFFFFF", "#1A2522", "#000000")
    readonly property color sunken: pick("#E9E3D5", "#0A100F", "#000000")
    readonly property color ink: pick("#14211F", "#F6F2E8", "#FFFFFF")
    readonly property color ink2: pick("#3B4845", "#C8D1CB", "#FFFFFF")
    readonly property color line: pick("#D3CBBA", "#3A4A45", "#FFFFFF")
    readonly property color lineStrong: pick("#64706B", "#93A59D", "#FFFFFF")
    readonly property color primary: pick("#0B4F4A", "#8FD8C7", "#FFE600")
    readonly property color primaryPressed: pick("#083B37", "#B9E8DC", "#FFF27A")
    readonly property color primaryInk: pick("#FFFFFF", "#05201C", "#000000")
    readonly property color primarySoft: pick("#E2EDE8", "#17352F", "#000000")
    readonly property color brass: pick("#B8862B", "#E0B65C", "#FFE600")
    readonly property color danger: pick("#8E1B1B", "#FFB8AC", "#FFB0A3")
    readonly property color dangerSoft: pick("#FBECE8", "#3A1613", "#000000")
    readonly property color ok: pick("#114C27", "#A4E3B3", "#9CFFB0")
    readonly property color okSoft: pick("#E5F1E6", "#12301C", "#000000")
    readonly property color warn: pick("#624000", "#FFD98A", "#FFE600")
    readonly property color warnSoft: pick("#FBF1D6", "#352807", "#000000")
    readonly property color focusInner: pick("#FFC42E", "#FFC42E", "#00E5FF")
    readonly property color focusOuter: pick("#14211F", "#FFFFFF", "#FFFFFF")
    readonly property color slate: pick("#14211F", "#0A100F", "#000000") // the staff's side
    readonly property color slateInk: "#FFFFFF"
    readonly property color slateBrass: "#E0B65C"
    readonly property color live: "#1FA34A" // the camera's light, always with the words
    readonly property color paper: "#FFFFFF"
    readonly property color paperInk: "#14211F"
    readonly property color paperInk2: "#3B4845"
}
