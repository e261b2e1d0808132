// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"
#include "ui/theme.h"

#include <QHash>
#include <QWidget>

class QBoxLayout;
class QPushButton;
class QToolButton;

namespace companion {

class ElidedLabel;

//! \brief The buttons for what the PBX can do with this call now, and the button of the note.
//! Transfer and adding somebody only ask for the panel that knows to whom.
class ActionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget* parent = nullptr);

    void setCard(const CallCard& card);
    void setNoteOpen(bool isOpen);
    void setStatus(const QString& line); //!< a word between the buttons
    //! Presses the button of an action, if it can be pressed now.
    bool press(CallAction action);
    bool pressTransfer();
    bool pressAddParticipant();
    void pressNote();

Q_SIGNALS:
    void actionRequested(companion::CallAction action);
    void transferRequested();
    void addParticipantRequested();
    void noteToggled(bool isOpen);
    void callBackRequested();

private:
    void buildTools();
    void buildCalls();
    QToolButton* addTool(const QString& iconName, const QString& name, const QString& key);
    QPushButton* addPush(QBoxLayout* row, CallAction action, const QString& iconName,
                         ButtonKind kind, IconTint tint);

    QHash<CallAction, QAbstractButton*> m_buttons;
    QBoxLayout* m_row = nullptr;
    QToolButton* m_transfer = nullptr; // the layout's, as all of these
    QToolButton* m_add = nullptr;
    QToolButton* m_note = nullptr;
    QPushButton* m_callBack = nullptr;
    ElidedLabel* m_status = nullptr;
    QWidget* m_consultation = nullptr; //!< the row of an attended transfer
};

} // namespace companion
