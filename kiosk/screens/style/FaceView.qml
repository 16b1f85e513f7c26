// The camera's picture as in a mirror, veiled outside the oval a face belongs in.
import QtQuick
import QtQuick.Shapes
import Atrium.Frames

Item {
    id: view
    property real progress: 0
    property bool failed: false
    property bool live: true
    property string tag
    property var ask: ({}) // a movement that is asked for
    property string advice // an icon that says the same as the words
    property color wash: "transparent" // the screen's light around the face
    readonly property real cx: width / 2
    readonly property real cy: height * 0.52
    readonly property real ry: Math.min(height * 0.40, width * 0.48)
    readonly property real rx: ry * 0.76

    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: live ? qsTr("Camera is on") : qsTr("Camera is off")
    FrameItem {
        anchors.fill: parent
        source: "identity"
        mirrored: true
        fillColor: Theme.sunken
    }
    Shape {
        anchors.fill: parent
        ShapePath {
            strokeWidth: 0
            strokeColor: "transparent"
            fillColor: view.wash.a > 0 ? view.wash : Theme.high ? "#D9000000" : Theme.dark ? "#C00F1715" : "#CCF4F0E7"
            fillRule: ShapePath.OddEvenFill
            startX: 0; startY: 0
            PathLine { x: view.width; y: 0 }
            PathLine { x: view.width; y: view.height }
            PathLine { x: 0; y: view.height }
            PathLine { x: 0; y: 0 }
            PathMove { x: view.cx - view.rx; y: view.cy }
            PathArc { x: view.cx + view.rx; y: view.cy; radiusX: view.rx; radiusY: view.ry }
            PathArc { x: view.cx - view.rx; y: view.cy; radiusX: view.rx; radiusY: view.ry }
        }
        ShapePath {
            strokeColor: view.failed ? Theme.danger : "#FFFFFF"
            strokeWidth: Theme.mm(4)
            fillColor: "transparent"
            PathAngleArc {
                centerX: view.cx; centerY: view.cy; radiusX: view.rx; radiusY: view.ry
                startAngle: 0; sweepAngle: 360
            }
        }
        ShapePath {
            strokeColor: view.progress <= 0 ? "transparent" : Theme.high ? "#FFE600" : "#0B4F4A"
            strokeWidth: Theme.mm(3)
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathAngleArc {
                centerX: view.cx; centerY: view.cy; radiusX: view.rx; radiusY: view.ry
                startAngle: -90; sweepAngle: 360 * Math.max(0, Math.min(1, view.progress))
            }
        }
    }
    AskSign { // where the movement goes; the picture is a mirror, so left is left
        objectName: "face.ask"
        readonly property int side: kind === "turn_left" ? -1 : kind === "turn_right" ? 1 : 0
        visible: kind !== "" || advice !== ""
        ask: view.ask
        advice: view.advice
        centred: view.failed
        readonly property bool roomy: view.cx - view.rx > width * 1.1
        x: view.failed || (side === 0 && !roomy) ? view.cx - width / 2
            : side < 0 ? Math.max(Theme.s2, view.cx - view.rx - width - Theme.s4)
            : Math.min(view.width - width - Theme.s2, view.cx + view.rx + Theme.s4)
        y: view.failed ? view.cy - height / 2 : side === 0 || !roomy ? view.height - height - Theme.s2 : view.cy - height / 2
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.width: Theme.hair
        border.color: Theme.lineStrong
    }
    CameraTag {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.s2
        live: view.live
        tag: view.tag
    }
}
