// The keyboard on screen, for words; digits have their own keypad.
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings

InputPanel {
    id: panel
    property string language: "zh_CN"
    Component.onCompleted: {
        VirtualKeyboardSettings.activeLocales = ["zh_CN", "en_GB"]
    }
    onLanguageChanged: VirtualKeyboardSettings.locale = language === "en" ? "en_GB" : "zh_CN"
}
