// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/recordpicker.h"

#include "ui/card/recordbutton.h"
#include "ui/history/searchfield.h"
#include "ui/text/errortext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <chrono>

namespace companion {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    constexpr auto pauseInTyping = 300ms;
    constexpr qsizetype mostRecords = 20;
    constexpr qsizetype fewestLetters = 2; // Salesforce searches for no less

} // namespace

RecordPicker::RecordPicker(QWidget* parent)
    : QWidget(parent)
    , m_other(new QPushButton(icon(u"swap"_s, IconTint::Accent), tr("Another &record…"), this))
    , m_box(new QWidget(this))
    , m_heading(new QLabel(tr("Which record is this call for?"), m_box))
    , m_search(new SearchField(pauseInTyping, m_box))
    , m_nothing(new QLabel(m_box))
    , m_records(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(2));
    setButtonKind(m_other, ButtonKind::Link);
    m_other->setObjectName(u"otherRecord"_s);
    m_other->setAutoDefault(false);
    column->addWidget(m_other, 0, Qt::AlignLeading);
    auto* inner = new QVBoxLayout(m_box);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(spacing(2));
    m_heading->setWordWrap(true);
    inner->addWidget(m_heading);
    m_records->setSpacing(spacing(1));
    inner->addLayout(m_records);
    m_nothing->setObjectName(u"nothingFound"_s);
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    setTextRole(m_nothing, TextRole::Caption);
    inner->addWidget(m_nothing);
    m_search->setObjectName(u"recordSearch"_s);
    m_search->setPlaceholderText(tr("Search Salesforce by name"));
    m_search->setAccessibleName(tr("Search Salesforce for the record"));
    inner->addWidget(m_search);
    column->addWidget(m_box);
    connect(m_other, &QPushButton::clicked, this, [this] {
        open();
        m_search->setFocus();
    });
    connect(m_search, &QLineEdit::textEdited, this, [this](const QString& typed) {
        if (typed.trimmed().isEmpty())
            showOffered();
    });
    connect(m_search, &SearchField::searchRequested, this, [this](const QString& wanted) {
        if (wanted.size() >= fewestLetters)
            Q_EMIT searchRequested(wanted);
    });
}

void RecordPicker::open()
{
    m_other->hide();
    m_box->show();
}

void RecordPicker::setMatches(const CallId& call, const QList<CrmMatch>& matches,
                              const std::optional<RecordId>& chosen, bool isOpen)
{
    const bool isSame = call == m_call && matches == m_matches && chosen == m_chosen;
    if (isSame && m_box->isVisibleTo(this))
        return; // perhaps searching just now
    m_call = call;
    m_matches = matches;
    m_chosen = chosen;
    m_search->clear();
    m_box->setVisible(isOpen);
    m_other->setVisible(!isOpen);
    showOffered();
}

void RecordPicker::showOffered()
{
    m_nothing->hide();
    m_heading->setVisible(!m_matches.isEmpty());
    fill(m_matches);
}

void RecordPicker::putSearchFirst()
{
    auto* column = qobject_cast<QVBoxLayout*>(m_box->layout());
    column->removeWidget(m_search);
    column->insertWidget(0, m_search);
}

void RecordPicker::setFound(const QString& typed, const Result<QList<CrmMatch>>& found)
{
    if (typed.trimmed() != m_search->text().trimmed() || !m_box->isVisibleTo(this))
        return;
    const auto records = found ? *found : QList<CrmMatch>{};
    m_nothing->setText(found ? tr("Salesforce has no record called “%1”. Try fewer letters.")
                                   .arg(text::isolated(typed, 60))
                             : text::sentence(found.error(), text::Place::Lookup));
    m_nothing->setVisible(records.isEmpty());
    fill(records);
}

void RecordPicker::fill(const QList<CrmMatch>& records)
{
    while (auto* item = m_records->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (const auto& record : records.first(qMin(records.size(), mostRecords))) {
        if (m_chosen && record.record == *m_chosen)
            continue;
        auto* button = new RecordButton(RecordButton::Role::Choice, m_box);
        button->setMatch(record);
        m_records->addWidget(button);
        connect(button, &RecordButton::clicked, this,
                [this, id = record.record] { Q_EMIT chosen(id); });
    }
}

} // namespace companion
