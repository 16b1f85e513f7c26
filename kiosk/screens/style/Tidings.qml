// Said when the departments could not be reached, or had nothing to tell.
import QtQuick

Note {
    required property var model
    property string nothing // what to say when they had nothing
    property bool empty: false

    width: parent.width
    tone: model.failed ? "warn" : "info"
    text: !model.loaded ? "" : model.failed ? qsTr("The departments cannot be reached now. Try again in a moment.") : empty ? nothing : ""
}
