// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/card/actionbar.h"

#include "ui/elidedlabel.h"
#include "ui/text/calltext.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace companion {

using namespace Qt::StringLiterals;

ActionBar::ActionBar(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(2));
    m_consultation = new QWidget;
    auto* consultation = new QHBoxLayout(m_consultation);
    consultation->setContentsMargins(0, 0, 0, 0);
    consultation->setSpacing(spacing(2));
    addPush(consultation, CallAction::AbortTransfer, {}, ButtonKind::Ordinary, IconTint::Text);
    addPush(consultation, CallAction::CompleteTransfer, u"transfer"_s, ButtonKind::Primary,
            IconTint::OnAccent);
    column->addWidget(m_consultation);
    m_row = new QHBoxLayout;
    m_row->setSpacing(spacing() / 2); // five tools and a button are the most that stand here
    column->addLayout(m_row);
    buildTools();
    buildCalls();
}

void ActionBar::buildTools()
{
    const auto tool = [this](CallAction action, const QString& iconName, const QString& key) {
        auto* button = addTool(iconName, text::actionName(action), key);
        connect(button, &QToolButton::clicked, this,
                [this, action] { Q_EMIT actionRequested(action); });
        m_buttons.insert(action, button);
    };
    tool(CallAction::Hold, u"pause"_s, u"H"_s);
    tool(CallAction::Resume, u"play"_s, u"H"_s);
    tool(CallAction::Mute, u"microphone-off"_s, u"M"_s);
    tool(CallAction::Unmute, u"microphone"_s, u"M"_s);
    m_transfer = addTool(u"transfer"_s, text::actionName(CallAction::BlindTransfer), u"T"_s);
    m_transfer->setObjectName(u"transfer"_s);
    connect(m_transfer, &QToolButton::clicked, this, &ActionBar::transferRequested);
    m_add = addTool(u"add-call"_s, text::actionName(CallAction::AddParticipant), u"P"_s);
    m_add->setObjectName(u"addParticipant"_s);
    connect(m_add, &QToolButton::clicked, this, &ActionBar::addParticipantRequested);
    m_note = addTool(u"note"_s, tr("Note"), u"N"_s);
    m_note->setObjectName(u"noteToggle"_s);
    m_note->setCheckable(true);
    connect(m_note, &QToolButton::clicked, this, &ActionBar::noteToggled);
    m_status = new ElidedLabel;
    m_status->setObjectName(u"journal"_s);
    setTextRole(m_status, TextRole::Caption);
    m_row->addWidget(m_status, 1);
}

void ActionBar::buildCalls()
{
    addPush(m_row, CallAction::Decline, u"hang-up"_s, ButtonKind::Ordinary, IconTint::Danger);
    addPush(m_row, CallAction::Answer, u"answer"_s, ButtonKind::Primary, IconTint::OnAccent);
    addPush(m_row, CallAction::HangUp, u"hang-up"_s, ButtonKind::Danger, IconTint::OnDanger);
    for (const auto action : {CallAction::Decline, CallAction::HangUp})
        m_buttons.value(action)->setToolTip(
            tr("%1 (key %2)").arg(text::actionName(action), tr("End", "the key")));
    m_buttons.value(CallAction::Answer)
        ->setToolTip(tr("%1 (key %2)").arg(text::actionName(CallAction::Answer), u"A"_s));
    m_callBack = new QPushButton(icon(u"phone"_s, IconTint::Accent), tr("Call back"));
    m_callBack->setFocusPolicy(Qt::TabFocus);
    m_callBack->setObjectName(u"callBack"_s);
    connect(m_callBack, &QPushButton::clicked, this, &ActionBar::callBackRequested);
    m_row->addWidget(m_callBack);
}

QToolButton* ActionBar::addTool(const QString& iconName, const QString& name, const QString& key)
{
    auto* button = new QToolButton;
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(iconSize() + 2, iconSize() + 2));
    button->setMinimumSize(spacing(9), spacing(9));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(tr("%1 (key %2)").arg(name, key));
    setButtonKind(button, ButtonKind::Quiet);
    m_row->addWidget(button);
    return button;
}

QPushButton* ActionBar::addPush(QBoxLayout* row, CallAction action, const QString& iconName,
                                ButtonKind kind, IconTint tint)
{
    auto* button = new QPushButton(text::actionName(action));
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, tint));
    button->setFocusPolicy(Qt::TabFocus);
    setButtonKind(button, kind);
    connect(button, &QPushButton::clicked, this,
            [this, action] { Q_EMIT actionRequested(action); });
    m_buttons.insert(action, button);
    row->addWidget(button);
    return button;
}

void ActionBar::setStatus(const QString& line)
{
    m_status->setText(line);
}

void ActionBar::setCard(const CallCard& card)
{
    for (auto button = m_buttons.cbegin(); button != m_buttons.cend(); ++button)
        button.value()->setVisible(card.actions.contains(button.key()));
    m_consultation->setVisible(card.actions.contains(CallAction::CompleteTransfer)
                               || card.actions.contains(CallAction::AbortTransfer));
    m_transfer->setVisible(card.actions.contains(CallAction::BlindTransfer)
                           || card.actions.contains(CallAction::AttendedTransfer));
    m_add->setVisible(card.actions.contains(CallAction::AddParticipant));
    const bool wasMissed = card.call.isOver() && card.call.direction != CallDirection::Outbound
        && (card.call.result == CallResult::Missed || card.call.result == CallResult::Voicemail);
    m_callBack->setVisible(wasMissed && !card.call.isWithheld && !card.call.remoteNumber.isEmpty());
}

void ActionBar::setNoteOpen(bool isOpen)
{
    m_note->setChecked(isOpen);
}

bool ActionBar::press(CallAction action)
{
    auto* button = m_buttons.value(action);
    if (!button || button->isHidden())
        return false;
    button->click();
    return true;
}

bool ActionBar::pressTransfer()
{
    if (m_transfer->isHidden())
        return false;
    m_transfer->click();
    return true;
}

bool ActionBar::pressAddParticipant()
{
    if (m_add->isHidden())
        return false;
    m_add->click();
    return true;
}

void ActionBar::pressNote()
{
    m_note->click();
}

} // namespace companion
