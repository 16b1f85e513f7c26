// The keyboard on screen, for words; digits have their own keypad. It learns nothing of a person.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings

InputPanel {
    id: panel
    required property var session
    required property string memory
    readonly property string locale: session.language === "en" ? "en_GB" : "zh_CN"
    readonly property bool leaving: session.screen === "farewell" || session.screen === "attract"

    onLocaleChanged: VirtualKeyboardSettings.locale = locale
    onLeavingChanged: if (leaving) VirtualKeyboardSettings.userDataReset()
    Component.onCompleted: {
        VirtualKeyboardSettings.styleName = "stone"
        VirtualKeyboardSettings.userDataPath = memory
        VirtualKeyboardSettings.activeLocales = ["zh_CN", "en_GB"]
        VirtualKeyboardSettings.locale = locale
    }
}
