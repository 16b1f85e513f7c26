// Seconds that run out.
import QtQuick
import QtQuick.Shapes

Item {
    id: ring
    property real value: 1
    property string label
    property string unit
    readonly property real thick: Theme.mm(2.6)

    implicitWidth: Theme.mm(Theme.elder ? 64 : 58)
    implicitHeight: implicitWidth
    Shape {
        anchors.fill: parent
        ShapePath {
            strokeColor: Theme.line
            strokeWidth: ring.thick
            fillColor: "transparent"
            PathAngleArc {
                centerX: ring.width / 2; centerY: ring.height / 2
                radiusX: ring.width / 2 - ring.thick; radiusY: radiusX
                startAngle: 0; sweepAngle: 360
            }
        }
        ShapePath {
            strokeColor: Theme.primary
            strokeWidth: ring.thick * 1.6
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathAngleArc {
                centerX: ring.width / 2; centerY: ring.height / 2
                radiusX: ring.width / 2 - ring.thick; radiusY: radiusX
                startAngle: -90; sweepAngle: 360 * Math.max(0, Math.min(1, ring.value))
            }
        }
    }
    Column {
        anchors.centerIn: parent
        spacing: -Theme.s2
        Txt {
            text: ring.label
            role: "display"
            font.family: Theme.sans
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Txt {
            text: ring.unit
            role: "caption"
            color: Theme.ink2
            anchors.horizontalCenter: parent.horizontalCenter
        }
    }
}
