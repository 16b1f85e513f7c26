// What a face is asked or advised to do, as a picture; a ring empties where there is a time for it.
import QtQuick
import QtQuick.Shapes

Item {
    id: sign
    property var ask: ({}) // {"kind", "step", "of", "seconds"}; empty: nothing is asked
    property string advice // an icon, while nothing is asked
    readonly property string kind: ask.kind ?? ""
    readonly property real thick: Theme.mm(2.6)
    property bool centred: false
    property real remaining: 1

    function restart(): void {
        run.stop()
        remaining = 1
        if (kind !== "") run.start()
    }

    implicitWidth: Theme.mm((Theme.elder ? 66 : 60) * (kind === "" && !centred ? 0.8 : 1))
    implicitHeight: implicitWidth
    Accessible.ignored: true // the heading says the same in words
    onAskChanged: restart()
    Component.onCompleted: restart()
    Rectangle {
        anchors.fill: parent
        radius: width / 2
        color: Theme.surface
        border.width: Theme.hair
        border.color: Theme.lineStrong
    }
    Shape {
        anchors.fill: parent
        visible: sign.kind !== ""
        ShapePath {
            strokeColor: Theme.line
            strokeWidth: sign.thick
            fillColor: "transparent"
            PathAngleArc {
                centerX: sign.width / 2; centerY: sign.height / 2
                radiusX: sign.width / 2 - sign.thick; radiusY: radiusX
                startAngle: 0; sweepAngle: 360
            }
        }
        ShapePath {
            strokeColor: Theme.primary
            strokeWidth: sign.thick
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            PathAngleArc {
                centerX: sign.width / 2; centerY: sign.height / 2
                radiusX: sign.width / 2 - sign.thick; radiusY: radiusX
                startAngle: -90; sweepAngle: 360 * (Theme.reducedMotion ? Math.ceil(sign.remaining * 4) / 4 : sign.remaining)
            }
        }
    }
    Icon {
        anchors.centerIn: parent
        name: sign.kind ? "ask_" + sign.kind : sign.advice
        size: sign.width * 0.62
        color: Theme.primary
    }
    NumberAnimation { id: run; target: sign; property: "remaining"; to: 0; duration: (sign.ask.seconds ?? 0) * 1000 }
}
