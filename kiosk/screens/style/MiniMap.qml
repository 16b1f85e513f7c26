// The hall from above: counters where they stand, the person, and the brass line to walk along.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes

Rectangle {
    id: map
    property var model
    readonly property var box: model.bounds.length === 4 ? model.bounds : [0, 0, 1, 1]
    readonly property real pad: Theme.mm(7)
    readonly property real unit: Math.min((width - pad * 2) / Math.max(0.01, box[2] - box[0]), (height - pad * 2) / Math.max(0.01, box[3] - box[1]))
    readonly property real startX: (width - unit * (box[2] - box[0])) / 2
    readonly property real below: (height - unit * (box[3] - box[1])) / 2
    readonly property string chosen: model.selected ? model.selected.id : ""
    readonly property real sign: Math.min(Theme.mm(12), Math.max(Theme.elder ? Theme.mm(6) : Theme.pt(18) * 1.3, unit * 3))

    function px(x: real): real { return startX + unit * (x - box[0]) }
    function py(y: real): real { return height - below - unit * (y - box[1]) }

    color: Theme.sunken
    radius: Theme.radius
    border.width: Theme.hair
    border.color: Theme.line
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Map of the hall")
    Shape {
        anchors.fill: parent
        ShapePath {
            strokeColor: Theme.brass
            strokeWidth: Theme.mm(1.6)
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            PathPolyline {
                path: map.model.route.length > 1 ? map.model.route.map(p => Qt.point(map.px(p[0]), map.py(p[1]))) : []
            }
        }
    }
    Repeater {
        model: map.model.counters.length
        Rectangle {
            required property int index
            readonly property var counter: map.model.counters[index] || ({ x: 0, y: 0, number: 0, colour: "#000000", id: "" })
            readonly property bool goal: counter.id === map.chosen
            z: goal ? 1 : 0
            width: goal && Theme.elder ? Theme.caption * 1.3 : map.sign
            height: width
            x: map.px(counter.x) - width / 2
            y: map.py(counter.y) - height / 2
            radius: Theme.mm(1.2)
            color: Theme.high ? "#000000" : counter.colour
            border.width: goal ? Theme.px(5) : Theme.high ? Theme.px(2) : 0
            border.color: goal ? (Theme.high ? "#FFE600" : Theme.ink) : "#FFFFFF"
            Txt {
                anchors.centerIn: parent
                text: parent.counter.number
                visible: !Theme.elder || parent.goal
                role: "caption"
                bold: true
                color: "#FFFFFF"
                font.pixelSize: Theme.elder ? Theme.caption : Theme.pt(18)
                Accessible.ignored: true
            }
        }
    }
    Item { // the person: a disc with a nose that shows where they look
        x: map.px(map.model.meX)
        y: map.py(map.model.meY)
        rotation: map.model.heading
        Rectangle {
            width: Theme.mm(3)
            height: width
            rotation: 45
            x: -width / 2
            y: -Theme.mm(5)
            color: Theme.primary
        }
        Rectangle {
            width: Theme.mm(7)
            height: width
            radius: width / 2
            x: -width / 2
            y: -width / 2
            color: Theme.primary
            border.width: Theme.px(4)
            border.color: Theme.surface
        }
    }
}
