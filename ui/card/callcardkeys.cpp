// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A card's keys: none until a person asks for them, and what each does then.
#include "ui/card/actionbar.h"
#include "ui/card/callcardwidget.h"
#include "ui/card/crmpanel.h"
#include "ui/card/notepanel.h"
#include "ui/card/transferpanel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QWindow>

namespace companion {

namespace {

    bool isEnter(const QKeyEvent& event)
    {
        return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    }

    //! Enter presses the button that has the focus; what is typed into has had it already, although
    //! Qt hands it on.
    bool enterIsFor(QWidget* focused)
    {
        if (auto* button = qobject_cast<QAbstractButton*>(focused)) {
            button->click();
            return true;
        }
        return qobject_cast<QLineEdit*>(focused) || qobject_cast<QComboBox*>(focused);
    }

} // namespace

void CallCardWidget::takeKeys()
{
    setKeys(Keys::Accepted);
    m_crm->focusMain();
}

//! The flag is changed on the native window: on the widget it would make a new one.
void CallCardWidget::setKeys(Keys keys)
{
    auto* native = windowHandle();
    if (!native)
        return;
    if (m_keys != keys) {
        m_keys = keys;
        native->setFlag(Qt::WindowDoesNotAcceptFocus, keys == Keys::Refused);
        update();
    }
    if (keys == Keys::Accepted) {
        raise();
        activateWindow();
    }
}

//! Windows hand the keys on only when they go: hidden and shown again, without taking them.
void CallCardWidget::givesKeysBack()
{
    if (m_keys == Keys::Refused)
        return;
    m_note->flush();
    setKeys(Keys::Refused);
    hide();
    show();
}

bool CallCardWidget::pressKey(int key)
{
    switch (key) { // of int: all other keys are not ours
    case Qt::Key_O:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_crm->pressMain();
        return true;
    case Qt::Key_A:
        return m_actions->press(CallAction::Answer);
    case Qt::Key_H:
        return m_actions->press(CallAction::Hold) || m_actions->press(CallAction::Resume);
    case Qt::Key_M:
        return m_actions->press(CallAction::Mute) || m_actions->press(CallAction::Unmute);
    case Qt::Key_T:
        return m_actions->pressTransfer();
    case Qt::Key_P:
        return m_actions->pressAddParticipant();
    case Qt::Key_N:
        m_actions->pressNote();
        return true;
    case Qt::Key_End:
        return m_actions->press(CallAction::HangUp) || m_actions->press(CallAction::Decline);
    default:
        return m_crm->pressKey(key - Qt::Key_0);
    }
}

void CallCardWidget::keyPressEvent(QKeyEvent* event)
{
    if (event->isAutoRepeat())
        return; // a key that is held down means once
    if (event->key() == Qt::Key_Escape) {
        if (!m_transfer->isHidden()) {
            m_transfer->hide();
            fit();
        } else if (m_card.call.isOver()) {
            m_close->click();
        } else {
            givesKeysBack();
        }
        return;
    }
    if (isEnter(*event) && enterIsFor(focusWidget()))
        return;
    const bool isPlain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    // What a list has no use for must not hang up: it hands on End when it is at its end.
    const bool isForList = qobject_cast<QAbstractItemView*>(focusWidget());
    if (!isPlain || isForList || !pressKey(event->key()))
        QWidget::keyPressEvent(event);
}

bool CallCardWidget::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress)
        setKeys(Keys::Accepted);
    return QWidget::eventFilter(watched, event);
}

} // namespace companion
