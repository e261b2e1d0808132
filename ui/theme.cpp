// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme.h"

#include "ui/calmstyle.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QFontMetricsF>
#include <QPalette>
#include <QStyleHints>
#include <QToolTip>
#include <QVariant>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr auto kindProperty = "companionButtonKind";
    constexpr qreal usualTextHeight =
        17; // of a 10 point font at 96 dpi, for which the grid is 4 px

    Colours& coloursInForce()
    {
        static Colours inForce = lightColours();
        return inForce;
    }

    QPalette paletteFor(const Colours& c)
    {
        QPalette palette;
        palette.setColor(QPalette::Window, c.window);
        palette.setColor(QPalette::WindowText, c.text);
        palette.setColor(QPalette::Base, c.surface);
        palette.setColor(QPalette::AlternateBase, c.sunken);
        palette.setColor(QPalette::Text, c.text);
        palette.setColor(QPalette::PlaceholderText, c.muted);
        palette.setColor(QPalette::Button, c.surface);
        palette.setColor(QPalette::ButtonText, c.text);
        palette.setColor(QPalette::BrightText, c.danger);
        palette.setColor(QPalette::Highlight, c.accent);
        palette.setColor(QPalette::HighlightedText, c.onAccent);
        palette.setColor(QPalette::Link, c.accent);
        palette.setColor(QPalette::LinkVisited, c.accent);
        palette.setColor(QPalette::ToolTipBase, c.text);
        palette.setColor(QPalette::ToolTipText, c.window);
        palette.setColor(QPalette::Light, c.surface);
        palette.setColor(QPalette::Midlight, c.sunken);
        palette.setColor(QPalette::Mid, c.border);
        palette.setColor(QPalette::Dark, c.edge);
        palette.setColor(QPalette::Shadow, c.border);
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            palette.setColor(QPalette::Disabled, role, c.edge);
        palette.setColor(QPalette::Disabled, QPalette::Base, c.sunken);
        palette.setColor(QPalette::Disabled, QPalette::Highlight, c.border);
        palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.muted);
        return palette;
    }

    //! What the system asks for: from its own words on Qt 6.5, else from its palette's luminance.
    bool systemIsDark()
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
        const auto scheme = QGuiApplication::styleHints()->colorScheme();
        if (scheme != Qt::ColorScheme::Unknown)
            return scheme == Qt::ColorScheme::Dark;
#endif
        QApplication::setPalette(QPalette()); // ours would hide the system's
        const auto system = QGuiApplication::palette();
        return system.color(QPalette::Window).lightnessF()
            < system.color(QPalette::WindowText).lightnessF();
    }

    void putInForce(bool dark)
    {
        coloursInForce() = dark ? darkColours() : lightColours();
        const auto palette = paletteFor(coloursInForce());
        QApplication::setPalette(palette);
        QToolTip::setPalette(palette);
    }

    //! Watches the system's theme while "system" is chosen.
    class SystemThemeWatch : public QObject
    {
    public:
        explicit SystemThemeWatch(QApplication& application) : QObject(&application)
        {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
            connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
                    [this] { follow(); });
#else
            application.installEventFilter(this);
#endif
        }

        bool eventFilter(QObject* watched, QEvent* event) override
        {
            if (event->type() == QEvent::ThemeChange)
                QMetaObject::invokeMethod(
                    this, [this] { follow(); }, Qt::QueuedConnection);
            return QObject::eventFilter(watched, event);
        }

        void follow() const
        {
            if (m_isFollowing && systemIsDark() != colours().isDark)
                putInForce(!colours().isDark);
            else if (m_isFollowing)
                QApplication::setPalette(paletteFor(colours())); // asking may have put the system's
        }
        void setFollowing(bool isFollowing)
        {
            m_isFollowing = isFollowing;
        }

    private:
        bool m_isFollowing = false;
    };

} // namespace

const Colours& colours()
{
    return coloursInForce();
}

const Colours& lightColours()
{
    static const Colours light{
        .isDark = false,
        .window = 0xf5f6f8,
        .surface = 0xffffff,
        .sunken = 0xedf0f4,
        .border = 0xdde1e8,
        .edge = 0x878f9d,
        .text = 0x18202c,
        .muted = 0x566072,
        .accent = 0x1f5fc4,
        .onAccent = 0xffffff,
        .accentTint = 0xe7effc,
        .danger = 0xbf2434,
        .dangerFill = 0xc62838,
        .onDanger = 0xffffff,
        .dangerTint = 0xfceaec,
        .warning = 0x8a5200,
        .warningTint = 0xfdf1dc,
        .success = 0x17703c,
        .successTint = 0xe3f4e9,
        .ringing = 0xb86e00,
        .talking = 0x1b8246,
        .held = 0x6c5cb8,
        .ended = 0x6a7384,
        .contact = 0x5b4bb4,
        .lead = 0xa04a12,
        .account = 0x176a85,
    };
    return light;
}

const Colours& darkColours()
{
    static const Colours dark{
        .isDark = true,
        .window = 0x171a20,
        .surface = 0x1f232b,
        .sunken = 0x292e38,
        .border = 0x363c48,
        .edge = 0x7f899a,
        .text = 0xeceff4,
        .muted = 0xa9b2c1,
        .accent = 0x86b0f8,
        .onAccent = 0x0c1a33,
        .accentTint = 0x25334d,
        .danger = 0xf78a93,
        .dangerFill = 0xcf3847,
        .onDanger = 0xffffff,
        .dangerTint = 0x44262b,
        .warning = 0xf0b95a,
        .warningTint = 0x40341f,
        .success = 0x74cf97,
        .successTint = 0x213b2c,
        .ringing = 0xf2b03d,
        .talking = 0x4fc07c,
        .held = 0xa99bf0,
        .ended = 0x8f99aa,
        .contact = 0xb9adf7,
        .lead = 0xf5b183,
        .account = 0x82cfe6,
    };
    return dark;
}

void applyTheme(QApplication& application, const QString& theme)
{
    static SystemThemeWatch* watch = nullptr; // belongs to the application
    static QString inForce;
    if (!watch) {
        watch = new SystemThemeWatch(application);
        QObject::connect(watch, &QObject::destroyed, [] {
            watch = nullptr;
            inForce.clear();
        });
        QApplication::setStyle(new CalmStyle);
    }
    if (inForce == theme)
        return;
    inForce = theme;
    const bool follows = theme != "light"_L1 && theme != "dark"_L1;
    watch->setFollowing(follows);
    putInForce(follows ? systemIsDark() : theme == "dark"_L1);
}

int spacing(int steps)
{
    const qreal grid = 4.0 * QFontMetricsF(QApplication::font()).height() / usualTextHeight;
    return qMax(1, qRound(steps * qBound(3.0, grid, 12.0)));
}

QFont textFont(TextRole role)
{
    QFont font = QApplication::font();
    const auto sized = [&font](qreal factor) {
        if (font.pointSizeF() > 0)
            font.setPointSizeF(font.pointSizeF() * factor);
        else
            font.setPixelSize(qRound(font.pixelSize() * factor));
    };
    switch (role) {
    case TextRole::Caption:
        sized(0.9);
        break;
    case TextRole::Body:
        break;
    case TextRole::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Title:
        sized(1.2);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Headline:
        sized(1.45);
        font.setWeight(QFont::DemiBold);
        break;
    }
    return font;
}

void setTextRole(QWidget* widget, TextRole role)
{
    widget->setFont(textFont(role));
    widget->setForegroundRole(role == TextRole::Caption ? QPalette::PlaceholderText
                                                        : QPalette::WindowText);
}

void setButtonKind(QAbstractButton* button, ButtonKind kind)
{
    button->setProperty(kindProperty, int(kind));
    button->update();
}

ButtonKind buttonKind(const QWidget* button)
{
    return button ? ButtonKind(button->property(kindProperty).toInt()) : ButtonKind::Ordinary;
}

} // namespace companion
