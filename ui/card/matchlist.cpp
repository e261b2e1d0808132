// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/card/matchlist.h"

#include "ui/card/recordbutton.h"
#include "ui/elidedlabel.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype mostRows =
        50; // a switchboard's number may have hundreds; searching helps more then
    constexpr int rowsInView = 4;

    //! The account a record belongs to; an account belongs to itself.
    QString accountOf(const CrmMatch& match)
    {
        return match.record.object == "Account"_L1 ? match.record.id : match.accountId;
    }

    //! Records without an account stand for themselves.
    QString groupOf(const CrmMatch& match)
    {
        const QString account = accountOf(match);
        return account.isEmpty() ? QString(u'?' + match.record.id) : account;
    }

} // namespace

QList<CrmMatch> groupedByAccount(const QList<CrmMatch>& matches)
{
    QStringList groups; // in the order of their best record
    for (const auto& match : matches)
        if (!groups.contains(groupOf(match)))
            groups.append(groupOf(match));
    QList<CrmMatch> grouped;
    for (const auto& group : std::as_const(groups))
        std::copy_if(matches.cbegin(), matches.cend(), std::back_inserter(grouped),
                     [&group](const CrmMatch& match) { return groupOf(match) == group; });
    return grouped;
}

MatchList::MatchList(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing(2));
    m_heading = new ElidedLabel;
    m_heading->setLines(2);
    setTextRole(m_heading, TextRole::Strong);
    layout->addWidget(m_heading);

    auto* rows = new QWidget;
    m_layout = new QVBoxLayout(rows);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(spacing());
    m_area = new QScrollArea;
    m_area->setWidget(rows);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    rows->setAutoFillBackground(false);
    layout->addWidget(m_area);

    m_none = new QPushButton(tr("None of these"));
    setButtonKind(m_none, ButtonKind::Link);
    m_none->setFocusPolicy(Qt::TabFocus);
    connect(m_none, &QPushButton::clicked, this, &MatchList::noneChosen);
    layout->addWidget(m_none, 0, Qt::AlignLeading);
}

void MatchList::setMatches(const QList<CrmMatch>& matches)
{
    auto ordered = groupedByAccount(matches);
    if (ordered == m_matches)
        return;
    m_matches = std::move(ordered);
    setHeading();
    fillRows();
}

void MatchList::setHeading()
{
    const QString first = !m_matches.isEmpty() ? accountOf(m_matches.constFirst()) : QString();
    m_isShared = !first.isEmpty()
        && std::all_of(m_matches.cbegin(), m_matches.cend(),
                       [&first](const CrmMatch& match) { return accountOf(match) == first; });
    const auto person =
        std::find_if(m_matches.cbegin(), m_matches.cend(),
                     [](const CrmMatch& match) { return !match.account.isEmpty(); });
    m_isShared = m_isShared && person != m_matches.cend();
    if (m_isShared)
        m_heading->setText(tr("Number shared at %1. Who is it?", "an account's name")
                               .arg(text::isolated(person->account, 60)));
    else
        m_heading->setText(tr("Several have this number. Who is it?"));
}

void MatchList::fillRows()
{
    const auto count = qMin(m_matches.size(), mostRows);
    while (m_rows.size() < count) {
        auto* row = new RecordButton(RecordButton::Role::Choice);
        connect(row, &RecordButton::clicked, this, [this, row] { Q_EMIT chosen(row->record()); });
        m_layout->addWidget(row);
        m_rows.append(row);
    }
    for (qsizetype index = 0; index < m_rows.size(); ++index) {
        auto* row = m_rows.at(index);
        row->setVisible(index < count);
        if (index < count) {
            row->setAccountShown(!m_isShared);
            row->setMatch(m_matches.at(index));
            row->setKey(index < 9 ? int(index) + 1 : 0);
        }
    }
    if (count == 0)
        return;
    int height = -spacing();
    for (qsizetype index = 0; index < qMin<qsizetype>(count, rowsInView); ++index)
        height += m_rows.at(index)->sizeHint().height() + spacing();
    // Half a row more shows that there are more.
    m_area->setFixedHeight(
        height + (count > rowsInView ? m_rows.constFirst()->sizeHint().height() / 2 : 0));
    m_area->verticalScrollBar()->setValue(0);
}

bool MatchList::chooseKey(int key)
{
    if (key < 1 || key > 9 || key > m_matches.size())
        return false;
    Q_EMIT chosen(m_matches.at(key - 1).record);
    return true;
}

void MatchList::focusFirst()
{
    if (!m_matches.isEmpty())
        m_rows.constFirst()->setFocus(Qt::ShortcutFocusReason);
}

} // namespace companion
