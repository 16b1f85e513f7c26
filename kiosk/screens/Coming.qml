// Coming to a counter: what is booked, a ticket for now, or an appointment for another day.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property bool choosing: model.chosen === ""

    title: choosing ? qsTr("Come to a counter") : model.chosenName
    lead: choosing ? qsTr("Draw a ticket for today, or choose a time.") : model.moving ? qsTr("Choose another time. The old one is kept until then.") : qsTr("Now, or at a time of your choice.")
    split: 0.36
    showSteps: false
    backHandler: choosing ? null : () => model.choose("")
    Column {
        id: body
        width: parent.width
        spacing: Theme.s3
        Tidings { model: page.model }
        Note { width: parent.width; tone: page.model.refused ? "warn" : "ok"; text: page.model.notice }
        Repeater {
            model: page.choosing ? page.model.tickets : []
            Held {
                required property var modelData
                width: body.width
                big: modelData.number
                label: modelData.label
                value: modelData.value
                acts: [{ name: "coming.giveBack." + modelData.id, text: qsTr("Give it back") }]
                onActed: page.model.giveBack(modelData.id)
            }
        }
        Repeater {
            model: page.choosing ? page.model.appointments : []
            Held {
                required property var modelData
                width: body.width
                label: modelData.label
                value: modelData.value
                acts: [{ name: "coming.move." + modelData.id, text: qsTr("Another time") }, { name: "coming.cancel." + modelData.id, text: qsTr("Cancel it") }]
                onActed: index => index === 0 ? page.model.move(modelData.id) : page.model.cancel(modelData.id)
            }
        }
        Grid {
            id: counters
            visible: page.choosing && page.model.loaded && !page.model.failed
            columns: Theme.portrait || Theme.elder ? 1 : 2
            width: parent.width
            spacing: Theme.s2
            Repeater {
                model: page.model.departments
                ServiceCard {
                    required property var modelData
                    objectName: "coming.department." + modelData.id
                    width: (counters.width - (counters.columns - 1) * counters.spacing) / counters.columns
                    number: modelData.number
                    tone: modelData.colour
                    text: modelData.name
                    onClicked: page.model.choose(modelData.id)
                }
            }
        }
        ChoiceCard {
            objectName: "coming.draw"
            width: parent.width
            visible: !page.choosing && page.model.moving === ""
            iconName: "list"
            text: qsTr("Draw a ticket for today")
            note: qsTr("You stand in the same line as everybody in the hall")
            onClicked: page.model.draw()
        }
        TimeChoice {
            width: parent.width
            visible: !page.choosing
            days: page.model.days
            times: page.model.times
            onDayChosen: day => page.model.day(day)
            onTimeChosen: time => page.model.book(time)
        }
    }
}
