// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/duplicatenotice.h"

#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype mostRowsShown = 4; // the others are scrolled to

    QString lineOf(const CrmMatch& match)
    {
        QStringList parts{text::plain(match.name, 80), text::recordKind(match.record.object)};
        for (const auto& more : {match.account, match.email, match.phone})
            if (!more.isEmpty())
                parts.append(text::plain(more, 60));
        return parts.join(u" · "_s);
    }

} // namespace

DuplicateNotice::DuplicateNotice(QWidget* parent)
    : Notice(parent)
    , m_list(new QListWidget(this))
    , m_open(addButton(tr("Open the e&xisting one")))
    , m_createAnyway(addButton(tr("Create &anyway")))
{
    m_list->setObjectName(u"duplicateList"_s);
    m_list->setAccessibleName(tr("Records that exist already"));
    m_list->setUniformItemSizes(true);
    addContent(m_list);
    m_open->setObjectName(u"openExisting"_s);
    m_createAnyway->setObjectName(u"createAnyway"_s);
    connect(m_open, &QPushButton::clicked, this, &DuplicateNotice::openCurrent);
    connect(m_list, &QListWidget::itemActivated, this, &DuplicateNotice::openCurrent);
    connect(m_createAnyway, &QPushButton::clicked, this, &DuplicateNotice::createAnywayRequested);
}

void DuplicateNotice::openCurrent()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < m_records.size())
        Q_EMIT openRequested(m_records.at(row).record);
}

void DuplicateNotice::offer(const CreateAnswer& answer)
{
    list(answer.duplicates);
    m_open->setVisible(!m_records.isEmpty());
    m_createAnyway->setVisible(answer.mayCreateAnyway);
    const QString found = m_records.size() == 1
        ? tr("Salesforce has a record like this one already.")
        : tr("Salesforce has records like this one already.");
    tell(Tone::Warning, answer.sentence.isEmpty() ? found : answer.sentence,
         answer.mayCreateAnyway ? QString() : tr("Your organisation does not allow another one."));
    (m_records.isEmpty() ? m_createAnyway : m_open)->setFocus();
}

void DuplicateNotice::list(const QList<CrmMatch>& records)
{
    m_records = records;
    m_list->clear();
    for (const auto& match : records)
        m_list->addItem(lineOf(match));
    const auto shown = static_cast<int>(std::clamp<qsizetype>(records.size(), 1, mostRowsShown));
    m_list->setFixedHeight(shown * std::max(spacing(7), m_list->sizeHintForRow(0))
                           + 2 * m_list->frameWidth() + 2);
    m_list->setVisible(!records.isEmpty());
    m_list->setCurrentRow(0);
}

} // namespace companion
