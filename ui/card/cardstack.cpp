// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/card/cardstack.h"

#include "ui/card/callcardwidget.h"
#include "ui/theme.h"

#include <QCursor>
#include <QGuiApplication>
#include <QScreen>
#include <QWindow>

#include <algorithm>
#include <chrono>

namespace companion {

using namespace std::chrono_literals;

namespace {

    constexpr qsizetype mostSpare = 2;
    constexpr auto clockStep = 1s;

    //! How much a card matters when there is not room for all, or one is asked for.
    int urgency(const Call& call)
    {
        switch (call.phase) {
        case CallPhase::Ringing:
            return 3;
        case CallPhase::Connected:
        case CallPhase::Dialling:
            return 2;
        case CallPhase::Held:
            return 1;
        case CallPhase::Ended:
            break;
        }
        return 0;
    }

    bool isMoreUrgent(const CallCardWidget* a, const CallCardWidget* b)
    {
        return urgency(a->card().call) > urgency(b->card().call);
    }

} // namespace

CardStack::CardStack(QObject* parent) : QObject(parent)
{
    m_clock.setInterval(clockStep);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        const auto now = QDateTime::currentDateTime();
        for (auto* window : std::as_const(m_shown))
            window->tick(now);
    });
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &CardStack::arrangeSoon);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &CardStack::arrangeSoon);
    keepWindow(takeWindow()); // the first call must not wait for the first window
}

CardStack::~CardStack()
{
    for (auto* window : std::as_const(m_shown))
        window->putAway(); // what is being typed is told while we can still pass it on
}

CallCardWidget* CardStack::takeWindow()
{
    if (!m_spare.isEmpty())
        return m_spare.takeLast();
    auto window = std::make_unique<CallCardWidget>();
    auto* taken = window.get();
    connectWindow(taken);
    taken->setColleagues(m_colleagues);
    taken->ensurePolished();
    (void)taken->winId(); // makes the native window now
    m_windows.push_back(std::move(window));
    return taken;
}

void CardStack::keepWindow(CallCardWidget* window)
{
    if (m_spare.size() < mostSpare) {
        m_spare.append(window);
        return;
    }
    const auto kept = std::find_if(m_windows.begin(), m_windows.end(),
                                   [window](const auto& owned) { return owned.get() == window; });
    (*kept).release()->deleteLater(); // it may be the sender
    m_windows.erase(kept);
}

void CardStack::connectWindow(CallCardWidget* window) const
{
    using Card = CallCardWidget;
    connect(window, &Card::openRecordRequested, this, &CardStack::openRecordRequested);
    connect(window, &Card::choiceMade, this, &CardStack::choiceMade);
    connect(window, &Card::noneOfTheseRequested, this, &CardStack::noneOfTheseRequested);
    connect(window, &Card::forgetChoiceRequested, this, &CardStack::forgetChoiceRequested);
    connect(window, &Card::createRequested, this, &CardStack::createRequested);
    connect(window, &Card::searchRequested, this, &CardStack::searchRequested);
    connect(window, &Card::actionRequested, this, &CardStack::actionRequested);
    connect(window, &Card::noteEdited, this, &CardStack::noteEdited);
    connect(window, &Card::outcomeChosen, this, &CardStack::outcomeChosen);
    connect(window, &Card::doNotLogChanged, this, &CardStack::doNotLogChanged);
    connect(window, &Card::completeRequested, this, &CardStack::completeRequested);
    connect(window, &Card::followUpRequested, this, &CardStack::followUpRequested);
    connect(window, &Card::dismissed, this, &CardStack::dismissed);
    connect(window, &Card::callBackRequested, this, &CardStack::callBackRequested);
    connect(window, &Card::painted, this, &CardStack::painted);
    connect(window, &Card::sizeChanged, this, &CardStack::arrangeSoon);
}

void CardStack::setPlacement(CardCorner corner)
{
    m_corner = corner;
    arrange();
}

void CardStack::show(const CallCard& card)
{
    const auto now = QDateTime::currentDateTime();
    if (auto* window = this->card(card.call.id)) {
        if (window->card() == card)
            return;
        const QSize size = window->size();
        const auto phase = window->card().call.phase;
        window->setCard(card, now);
        if (window->size() != size || phase != card.call.phase)
            arrange();
        runClock();
        return;
    }
    auto* window = takeWindow();
    window->setCard(card, now);
    m_shown.append(window);
    arrange();
    window->announce();
    runClock();
}

void CardStack::remove(const CallId& call)
{
    auto* window = card(call);
    if (!window)
        return;
    window->putAway();
    m_shown.removeOne(window);
    keepWindow(window);
    arrange();
    runClock();
}

void CardStack::setColleagues(const QList<Colleague>& colleagues)
{
    m_colleagues = colleagues;
    for (const auto& window : m_windows)
        window->setColleagues(colleagues);
}

bool CardStack::isShowing(const CallId& call) const
{
    return card(call);
}

CallCardWidget* CardStack::card(const CallId& call) const
{
    const auto found = std::find_if(m_shown.cbegin(), m_shown.cend(), [&call](const auto* window) {
        return window->callId() == call;
    });
    return found == m_shown.cend() ? nullptr : *found;
}

void CardStack::focusFront()
{
    const auto front = std::min_element(m_shown.cbegin(), m_shown.cend(), isMoreUrgent);
    if (front == m_shown.cend())
        return;
    (*front)->show();
    (*front)->takeKeys();
}

//! The screen with the pointer when the first card appeared; later ones join it there.
QScreen* CardStack::screenInUse()
{
    if (m_shown.size() <= 1 || !m_screen) {
        m_screen = QGuiApplication::screenAt(QCursor::pos());
        if (!m_screen)
            m_screen = QGuiApplication::primaryScreen();
        if (m_screen)
            connect(m_screen, &QScreen::availableGeometryChanged, this, &CardStack::arrangeSoon,
                    Qt::UniqueConnection);
    }
    return m_screen;
}

//! Those that there is room for, in the order they stand; the least urgent wait.
QList<CallCardWidget*> CardStack::thatFit(int room) const
{
    auto byUrgency = m_shown;
    std::stable_sort(byUrgency.begin(), byUrgency.end(), isMoreUrgent);
    QList<CallCardWidget*> fitting;
    for (auto* window : std::as_const(byUrgency)) {
        room -= window->height() + spacing(2);
        if (room < 0 && !fitting.isEmpty())
            break;
        fitting.append(window);
    }
    QList<CallCardWidget*> inOrder;
    for (auto* window : m_shown)
        if (fitting.contains(window))
            inOrder.append(window);
    return inOrder;
}

void CardStack::arrangeSoon()
{
    if (m_isArrangeDue)
        return;
    m_isArrangeDue = true;
    QMetaObject::invokeMethod(
        this, [this] { arrange(); }, Qt::QueuedConnection);
}

void CardStack::arrange()
{
    m_isArrangeDue = false;
    const auto* screen = m_shown.isEmpty() ? nullptr : screenInUse();
    if (!screen)
        return;
    const int margin = spacing(3);
    const QRect room = screen->availableGeometry().adjusted(margin, margin, -margin, -margin);
    const bool isLeft = m_corner == CardCorner::TopLeft || m_corner == CardCorner::BottomLeft;
    const bool isTop = m_corner == CardCorner::TopLeft || m_corner == CardCorner::TopRight;
    const auto fitting = thatFit(room.height());
    int edge = isTop ? room.top() : room.bottom() + 1;
    for (auto* window : std::as_const(m_shown)) {
        if (!fitting.contains(window)) {
            window->hide();
            continue;
        }
        const int left = isLeft ? room.left() : room.right() + 1 - window->width();
        const int top = isTop ? edge : edge - window->height();
        edge += (window->height() + spacing(2)) * (isTop ? 1 : -1);
        if (window->pos() != QPoint(left, top))
            window->move(left, top);
        if (window->isHidden())
            window->show();
    }
}

void CardStack::runClock()
{
    const bool isNeeded = std::any_of(m_shown.cbegin(), m_shown.cend(), [](const auto* window) {
        return !window->card().call.isOver();
    });
    if (isNeeded && !m_clock.isActive())
        m_clock.start();
    else if (!isNeeded)
        m_clock.stop();
}

} // namespace companion
