// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every window in every state of the gallery.

#include "tests/ui/gallery/gallery.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

#include <cmath>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

QString describe(const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const auto* label = qobject_cast<const QLabel*>(widget);
    const QString text = button ? button->text() : label ? label->text() : QString();
    const auto* holder = widget->parentWidget();
    return u"%1 “%2” %3: is %4×%5, needs %6×%7, at %8,%9 of %10×%11"_s
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(), text)
        .arg(widget->width())
        .arg(widget->height())
        .arg(widget->minimumSizeHint().width())
        .arg(widget->minimumSizeHint().height())
        .arg(widget->x())
        .arg(widget->y())
        .arg(holder->width())
        .arg(holder->height());
}

//! Qt's own parts of a control (a spin box's line, a scroll bar) speak through the control.
bool isPartOfAControl(const QWidget* widget)
{
    const QString name = widget->objectName();
    return name.startsWith("qt_"_L1) || qobject_cast<const QScrollBar*>(widget)
        || qobject_cast<const QComboBox*>(widget->parentWidget())
        || widget->parentWidget()->inherits("QAbstractSpinBox")
        || widget->parentWidget()->inherits("QKeySequenceEdit")
        || widget->parentWidget()->inherits("QLineEdit");
}

//! All that is shown in the window, its own parts only.
QList<QWidget*> shownIn(const QWidget& window)
{
    QList<QWidget*> shown;
    const auto all = window.findChildren<QWidget*>();
    for (auto* widget : all)
        if (widget->isVisible() && widget->window() == &window && !isPartOfAControl(widget))
            shown.append(widget);
    return shown;
}

QStringList withoutName(const QWidget& window)
{
    QStringList nameless;
    for (auto* widget : shownIn(window)) {
        const bool isControl =
            widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton*>(widget);
        const bool isLink = widget->inherits("QLabel"); // selectable text speaks for itself
        if (!isControl || isLink)
            continue;
        auto* spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty())
            nameless.append(describe(widget));
    }
    return nameless;
}

QStringList notReachedByKeys(const QWidget& window)
{
    QStringList missed;
    for (auto* widget : shownIn(window)) {
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        if (button && button->isEnabled() && !(button->focusPolicy() & Qt::TabFocus))
            missed.append(describe(widget));
    }
    return missed;
}

//! Whether a text has the room that it needs.
bool isCut(const QWidget* widget)
{
    constexpr int tolerance = 1;
    const QSize needed = widget->minimumSizeHint();
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        if (label->text().isEmpty())
            return false;
        if (label->wordWrap())
            return label->heightForWidth(label->width()) > label->height() + tolerance;
        return label->sizeHint().width() > label->width() + tolerance
            || label->sizeHint().height() > label->height() + tolerance;
    }
    if (qobject_cast<const QAbstractButton*>(widget))
        return needed.width() > widget->width() + tolerance
            || needed.height() > widget->height() + tolerance;
    if (qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget))
        return needed.height() > widget->height() + tolerance;
    return false;
}

//! Whether it sticks out of what holds it. What scrolls may be as large as it likes, downwards.
bool sticksOut(const QWidget* widget)
{
    const auto* holder = widget->parentWidget();
    const bool scrolls = qobject_cast<const QAbstractScrollArea*>(holder->parentWidget());
    const QRect room = holder->rect().adjusted(-1, -1, 1, 1); // a mirrored splitter rounds
    const QRect own = widget->geometry();
    const bool isWide = own.left() < room.left() || own.right() > room.right();
    const bool isHigh = own.top() < room.top() || own.bottom() > room.bottom();
    return isWide || (isHigh && !scrolls);
}

QStringList cutIn(const QWidget& window)
{
    QStringList cut;
    for (const auto* widget : shownIn(window))
        if (isCut(widget) || sticksOut(widget))
            cut.append(describe(widget));
    return cut;
}

//! The window as it looks once all that was posted for it has happened.
void settle(QWidget& window)
{
    window.show();
    for (int turn = 0; turn < 4; ++turn)
        QCoreApplication::processEvents();
}

double luminance(const QColor& colour)
{
    const auto linear = [](float part) {
        return part <= 0.04045F ? part / 12.92 : std::pow((double(part) + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

} // namespace

class TestEveryWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void controlsHaveNames_data() { exhibits(); }
    void controlsHaveNames();
    void buttonsAreReachedByKeys_data() { exhibits(); }
    void buttonsAreReachedByKeys();
    void nothingIsCut_data();
    void nothingIsCut();
    void coloursKeepTheirContrast_data();
    void coloursKeepTheirContrast();

private:
    static void exhibits();
    static const gallery::Exhibit& exhibit(const QString& name);

    QFont m_font;
};

void TestEveryWindow::initTestCase()
{
    applyTheme(*qApp, u"light"_s);
    m_font = QApplication::font();
    QVERIFY(!gallery::rooms().isEmpty());
}

void TestEveryWindow::init()
{
    QApplication::setFont(m_font);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestEveryWindow::exhibits()
{
    QTest::addColumn<QString>("name");
    for (const auto& room : std::as_const(gallery::rooms()))
        for (const auto& exhibit : room())
            QTest::newRow(qPrintable(exhibit.name)) << exhibit.name;
}

const gallery::Exhibit& TestEveryWindow::exhibit(const QString& name)
{
    static QHash<QString, gallery::Exhibit> all;
    if (all.isEmpty())
        for (const auto& room : std::as_const(gallery::rooms()))
            for (const auto& each : room())
                all.insert(each.name, each);
    return all[name];
}

void TestEveryWindow::controlsHaveNames()
{
    QFETCH(QString, name);
    const auto window = exhibit(name).make();
    settle(*window);
    QCOMPARE(withoutName(*window).join(u'\n'), QString());
}

void TestEveryWindow::buttonsAreReachedByKeys()
{
    QFETCH(QString, name);
    const auto window = exhibit(name).make();
    settle(*window);
    QCOMPARE(notReachedByKeys(*window).join(u'\n'), QString());
}

void TestEveryWindow::nothingIsCut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<qreal>("size");
    for (const auto& room : std::as_const(gallery::rooms()))
        for (const auto& exhibit : room()) {
            QTest::addRow("%s", qPrintable(exhibit.name)) << exhibit.name << Qt::LeftToRight << 1.0;
            QTest::addRow("%s, mirrored", qPrintable(exhibit.name))
                << exhibit.name << Qt::RightToLeft << 1.0;
            QTest::addRow("%s, text at 200 %%", qPrintable(exhibit.name))
                << exhibit.name << Qt::LeftToRight << 2.0;
        }
}

void TestEveryWindow::nothingIsCut()
{
    QFETCH(QString, name);
    QFETCH(Qt::LayoutDirection, direction);
    QFETCH(qreal, size);
    QApplication::setLayoutDirection(direction);
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * size);
    QApplication::setFont(font);
    const auto window = exhibit(name).make();
    settle(*window);
    QCOMPARE(cutIn(*window).join(u'\n'), QString());
}

void TestEveryWindow::coloursKeepTheirContrast_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("back");
    QTest::addColumn<double>("least");
    for (const auto* c : {&lightColours(), &darkColours()}) {
        const auto row = [c](const char* what, const QColor& front, const QColor& back,
                             double least) {
            QTest::addRow("%s, %s", c->isDark ? "dark" : "light", what) << front << back << least;
        };
        const QList<std::pair<const char*, QColor>> backs{
            {"window", c->window}, {"surface", c->surface}, {"sunken", c->sunken}};
        const QList<std::pair<const char*, QColor>> texts{
            {"text", c->text},     {"muted", c->muted},     {"accent", c->accent},
            {"danger", c->danger}, {"warning", c->warning}, {"success", c->success}};
        for (const auto& [backName, back] : backs) {
            for (const auto& [textName, text] : texts)
                row(qPrintable(u"%1 on %2"_s.arg(QLatin1StringView(textName),
                                                 QLatin1StringView(backName))),
                    text, back, 4.5);
            row(qPrintable(u"edge on %1"_s.arg(QLatin1StringView(backName))), c->edge, back, 2.7);
        }
        row("text on a chosen row", c->text, c->accentTint, 4.5);
        row("muted on a chosen row", c->muted, c->accentTint, 4.5);
        row("main button", c->onAccent, c->accent, 4.5);
        row("button that ends a call", c->onDanger, c->dangerFill, 4.5);
        row("text of a problem", c->text, c->dangerTint, 4.5);
        row("text of a warning", c->text, c->warningTint, 4.5);
        row("text of a success", c->text, c->successTint, 4.5);
        row("second line of a problem", c->muted, c->dangerTint, 4.5);
        row("second line of a warning", c->muted, c->warningTint, 4.5);
        row("second line of a success", c->muted, c->successTint, 4.5);
        for (const auto& [name, colour] :
             QList<std::pair<const char*, QColor>>{{"ringing", c->ringing},
                                                   {"talking", c->talking},
                                                   {"held", c->held},
                                                   {"ended", c->ended}})
            row(name, colour, c->surface, 3.0);
        for (const auto& [name, colour] : QList<std::pair<const char*, QColor>>{
                 {"contact", c->contact}, {"lead", c->lead}, {"account", c->account}})
            row(name, colour, c->surface, 4.5);
    }
}

void TestEveryWindow::coloursKeepTheirContrast()
{
    QFETCH(QColor, front);
    QFETCH(QColor, back);
    QFETCH(double, least);
    const double found = contrast(front, back);
    QVERIFY2(found >= least, qPrintable(QString::number(found)));
}

QTEST_MAIN(TestEveryWindow)
#include "tst_everywindow.moc"
