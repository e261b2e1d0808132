// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/card/crmpanel.h"

#include "app/core/matchplan.h"
#include "ui/card/matchlist.h"
#include "ui/card/recordbutton.h"
#include "ui/dialogs/iconmark.h"
#include "ui/elidedlabel.h"
#include "ui/text/calltext.h"
#include "ui/text/errortext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qreal corner = 7;

    QPushButton* cardButton(const QString& text, ButtonKind kind)
    {
        auto* button = new QPushButton(text);
        button->setFocusPolicy(Qt::TabFocus);
        setButtonKind(button, kind);
        return button;
    }

    //! The sentence beside an empty place; none for calls that Salesforce has nothing to do with.
    QString quietSentence(const CallCard& card)
    {
        if (card.why == Reason::CrmSignedOut || card.why == Reason::IntegrationOff)
            return text::reasonSentence(card.why);
        return {};
    }

} // namespace

CrmPanel::CrmPanel(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing());
    buildMessage();
    layout->addWidget(m_message);
    buildRecord();
    layout->addWidget(m_record);
    layout->addWidget(m_forget, 0, Qt::AlignLeading);
    layout->addWidget(m_complete, 0, Qt::AlignLeading);
    m_matches = new MatchList;
    connect(m_matches, &MatchList::chosen, this, &CrmPanel::chosen);
    connect(m_matches, &MatchList::noneChosen, this, &CrmPanel::noneChosen);
    layout->addWidget(m_matches);
}

void CrmPanel::buildMessage()
{
    m_message = new QWidget;
    m_messageParts = new QBoxLayout(QBoxLayout::LeftToRight, m_message);
    m_messageParts->setContentsMargins(spacing(3), spacing(2), spacing(2), spacing(2));
    m_messageParts->setSpacing(spacing(2));
    auto* said = new QHBoxLayout;
    said->setSpacing(spacing(2));
    m_messageIcon = new IconMark(u"search"_s, IconTint::Muted);
    said->addWidget(m_messageIcon);
    m_messageText = new ElidedLabel;
    m_messageText->setLines(4);
    said->addWidget(m_messageText, 1);
    m_messageParts->addLayout(said, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    row->addStretch();
    m_messageParts->addLayout(row);
    m_search = cardButton(tr("Try again"), ButtonKind::Ordinary);
    m_search->setObjectName(u"search"_s);
    connect(m_search, &QPushButton::clicked, this, &CrmPanel::searchRequested);
    row->addWidget(m_search);
    m_create = cardButton(tr("Add Contact to CRM"), ButtonKind::Primary);
    m_create->setObjectName(u"create"_s);
    connect(m_create, &QPushButton::clicked, this, &CrmPanel::createRequested);
    row->addWidget(m_create);
    m_message->setMinimumHeight(RecordButton(RecordButton::Role::Link).sizeHint().height());
}

void CrmPanel::buildRecord()
{
    m_record = new RecordButton(RecordButton::Role::Link);
    m_record->setObjectName(u"record"_s);
    connect(m_record, &RecordButton::clicked, this,
            [this] { Q_EMIT openRequested(m_record->record()); });
    m_forget = cardButton({}, ButtonKind::Link);
    m_forget->setObjectName(u"forget"_s);
    connect(m_forget, &QPushButton::clicked, this, &CrmPanel::forgetRequested);
    m_complete = cardButton(tr("Complete this record"), ButtonKind::Link);
    m_complete->setObjectName(u"complete"_s);
    connect(m_complete, &QPushButton::clicked, this,
            [this] { Q_EMIT completeRequested(m_record->record()); });
}

void CrmPanel::showMessage(const QString& sentence, const QString& iconName, bool isQuiet)
{
    m_messageText->setText(sentence);
    m_messageText->setForegroundRole(isQuiet ? QPalette::PlaceholderText : QPalette::WindowText);
    m_message->setVisible(!sentence.isEmpty());
    // What went wrong takes more words than stand beside a button.
    m_messageParts->setDirection(isQuiet ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_messageIcon->setVisible(!iconName.isEmpty());
    const auto tint = iconName == "warning"_L1 ? IconTint::Warning : IconTint::Muted;
    m_messageIcon->setIcon(iconName, tint);
    m_isBoxed = !sentence.isEmpty();
    update();
}

void CrmPanel::setCard(const CallCard& card)
{
    const auto* match = card.chosenMatch();
    if (!match && card.crm == CrmState::Found && !card.matches.isEmpty())
        match = &card.matches.constFirst();
    const bool isChoice = card.crm == CrmState::Several && !match;
    m_record->setVisible(match);
    m_forget->setVisible(match && card.matches.size() > 1);
    m_complete->setVisible(match && isIncomplete(*match));
    m_matches->setVisible(isChoice);
    m_create->setVisible(!match && !isChoice && card.canCreate && !card.isCreating);
    m_search->setVisible(card.crm == CrmState::Failed);
    if (match) {
        m_record->setMatch(*match, card.recordOpenedAt);
        m_forget->setText(tr("Not this one? See the others"));
        return showMessage({}, {}, true);
    }
    if (isChoice) {
        m_matches->setMatches(card.matches);
        return showMessage({}, {}, true);
    }
    if (card.isCreating)
        return showMessage(tr("Creating the record in Salesforce…"), u"cloud"_s, true);
    switch (card.crm) {
    case CrmState::Searching:
        return showMessage(card.stillSearching ? tr("Still searching Salesforce…")
                                               : tr("Searching Salesforce…"),
                           u"search"_s, true);
    case CrmState::Unknown:
        return card.problem ? showMessage(notAddedSentence(*card.problem), u"warning"_s, false)
                            : showMessage(tr("Not in Salesforce"), u"search"_s, true);
    case CrmState::Failed:
        return showMessage(card.problem ? text::sentence(*card.problem, text::Place::Lookup)
                                        : text::reasonSentence(Reason::CrmFailed),
                           u"warning"_s, false);
    case CrmState::None:
    case CrmState::Found:
    case CrmState::Several:
        break;
    }
    showMessage(quietSentence(card), u"cloud-off"_s, true);
}

QString CrmPanel::notAddedSentence(const Error& error)
{
    if (error.code == "api_budget"_L1) // nobody has typed anything, and nobody need try again
        return tr("Not added to Salesforce yet: the day's Salesforce budget is nearly used up. It "
                  "is added when there is some again.");
    return tr("Not added to Salesforce: %1").arg(text::sentence(error, text::Place::Create));
}

bool CrmPanel::isNeeded() const
{
    return !m_message->isHidden() || !m_record->isHidden() || !m_matches->isHidden();
}

bool CrmPanel::pressKey(int key)
{
    return !m_matches->isHidden() && m_matches->chooseKey(key);
}

void CrmPanel::pressMain()
{
    if (!m_record->isHidden())
        m_record->click();
    else if (!m_create->isHidden())
        m_create->click();
}

void CrmPanel::focusMain()
{
    if (!m_record->isHidden())
        m_record->setFocus(Qt::ShortcutFocusReason);
    else if (!m_matches->isHidden())
        m_matches->focusFirst();
    else if (!m_create->isHidden())
        m_create->setFocus(Qt::ShortcutFocusReason);
    else if (window())
        window()->setFocus(Qt::ShortcutFocusReason);
}

void CrmPanel::paintEvent(QPaintEvent*)
{
    if (!m_isBoxed)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours().sunken);
    painter.drawRoundedRect(m_message->geometry(), corner, corner);
}

} // namespace companion
