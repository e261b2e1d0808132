// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"
#include "app/core/settings.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

class QScreen;

namespace companion {

class CallCardWidget;

//! \brief The cards on the screen: makes, places, stacks and reuses their windows.
//!
//! Windows are made ahead and kept, so that a card is on the screen within a frame. The oldest
//! stands in the corner; the next stand on from there, as many as there is room for, those that
//! still live first. The clock runs only while a call does.
class CardStack : public QObject
{
    Q_OBJECT

public:
    explicit CardStack(QObject* parent = nullptr);
    ~CardStack() override;

    void setPlacement(CardCorner corner);
    void show(const companion::CallCard& card); //!< a new one, or what changed
    void remove(const companion::CallId& call);
    void setColleagues(const QList<Colleague>& colleagues);
    [[nodiscard]] bool isShowing(const CallId& call) const;
    void focusFront(); //!< by the user's shortcut: the most urgent card takes the keys

    [[nodiscard]] CallCardWidget* card(const CallId& call) const; //!< nullptr: not shown

Q_SIGNALS:
    void openRecordRequested(const companion::CallId& call, const companion::RecordId& record);
    void choiceMade(const companion::CallId& call, const companion::RecordId& record);
    void noneOfTheseRequested(const companion::CallId& call);
    void forgetChoiceRequested(const companion::CallId& call);
    void createRequested(const companion::CallId& call);
    void searchRequested(const companion::CallId& call);
    void actionRequested(const companion::CallId& call, companion::CallAction action,
                         const QString& target);
    void noteEdited(const companion::CallId& call, const QString& note);
    void outcomeChosen(const companion::CallId& call, const QString& outcome);
    void doNotLogChanged(const companion::CallId& call, bool isOn);
    void followUpRequested(const companion::CallId& call);
    void completeRequested(const companion::RecordId& record);
    void dismissed(const companion::CallId& call);
    void callBackRequested(const QString& number);
    void painted(const companion::CallId& call); //!< the first picture after it appeared

private:
    CallCardWidget* takeWindow();
    void keepWindow(CallCardWidget* window);
    void connectWindow(CallCardWidget* window) const;
    void arrange();
    void arrangeSoon();
    void runClock();
    [[nodiscard]] QScreen* screenInUse();
    [[nodiscard]] QList<CallCardWidget*> thatFit(int room) const;

    CardCorner m_corner = CardCorner::BottomRight;
    std::vector<std::unique_ptr<CallCardWidget>> m_windows; //!< all of them
    QList<CallCardWidget*> m_spare; //!< hidden, to be used again
    QList<CallCardWidget*> m_shown; //!< oldest first
    QList<Colleague> m_colleagues;
    QPointer<QScreen> m_screen; //!< where the present cards stand
    QTimer m_clock;
    bool m_isArrangeDue = false;
};

} // namespace companion
