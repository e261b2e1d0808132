// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// companion-gallery [--theme light|dark] [--mirrored] [--only PREFIX] FOLDER
// Scale it with QT_SCALE_FACTOR. --check only makes and draws everything.

#include "tests/ui/gallery/gallery.h"
#include "ui/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QPainter>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace companion::gallery {

namespace {

    //! The window as it looks once all that was posted for it has happened.
    QPixmap picture(QWidget& window)
    {
        window.show();
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
        // On a desktop a card is never active unless asked for: no focus ring.
        if (window.testAttribute(Qt::WA_ShowWithoutActivating) && window.focusWidget())
            window.focusWidget()->clearFocus();
        const QPixmap drawn = window.grab();
        const int margin = 16;
        QPixmap framed((drawn.deviceIndependentSize().toSize() + QSize(2 * margin, 2 * margin))
                       * drawn.devicePixelRatio());
        framed.setDevicePixelRatio(drawn.devicePixelRatio());
        framed.fill(colours().isDark ? QColor(0x0b0d10) : QColor(0xd6dbe2));
        QPainter(&framed).drawPixmap(margin, margin, drawn);
        return framed;
    }

    int draw(const QString& folder, const QString& only)
    {
        int failures = 0;
        for (const auto& room : std::as_const(rooms()))
            for (const auto& exhibit : room()) {
                if (!exhibit.name.startsWith(only))
                    continue;
                const auto window = exhibit.make();
                const QPixmap shown = picture(*window);
                const bool isFine = !shown.isNull()
                    && (folder.isEmpty()
                        || shown.save(QDir(folder).filePath(exhibit.name + u".png"_s)));
                failures += isFine ? 0 : 1;
            }
        return failures;
    }

} // namespace

} // namespace companion::gallery

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"theme"_s, u"light or dark"_s, u"theme"_s, u"light"_s},
                       {u"mirrored"_s, u"right to left"_s},
                       {u"only"_s, u"exhibits whose name begins so"_s, u"prefix"_s},
                       {u"check"_s, u"save nothing"_s}});
    parser.addPositionalArgument(u"folder"_s, u"where the pictures go"_s);
    parser.addHelpOption();
    parser.process(application);
    companion::applyTheme(application, parser.value(u"theme"_s));
    if (parser.isSet(u"mirrored"_s))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    const QString folder =
        parser.isSet(u"check"_s) ? QString() : parser.positionalArguments().value(0);
    if (!folder.isEmpty())
        QDir().mkpath(folder);
    const int failures = companion::gallery::draw(folder, parser.value(u"only"_s));
    if (failures > 0)
        QTextStream(stderr) << failures << " pictures could not be drawn\n";
    return failures > 0 ? 1 : 0;
}
