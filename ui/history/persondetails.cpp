// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/history/persondetails.h"

#include "ui/dialogs/field.h"
#include "ui/dialogs/notice.h"
#include "ui/elidedlabel.h"
#include "ui/history/phonebookmodel.h"
#include "ui/text/calltext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int mostNumbers = 8;
    constexpr int longestName = 120;
    constexpr int numberLines = 4;

} // namespace

PersonDetails::PersonDetails(QWidget* parent)
    : QWidget(parent)
    , m_view(new QWidget(this))
    , m_name(new ElidedLabel(m_view))
    , m_work(new ElidedLabel(m_view))
    , m_more(new QLabel(m_view))
    , m_warning(new Notice(m_view))
    , m_numbers(new QVBoxLayout)
    , m_open(new QPushButton(icon(u"open"_s), tr("&Open record"), m_view))
    , m_edit(new QPushButton(icon(u"edit"_s), tr("&Edit"), m_view))
    , m_remove(new QPushButton(icon(u"trash"_s), tr("&Remove"), m_view))
    , m_source(new Notice(m_view))
    , m_editor(new QWidget(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(spacing(5), spacing(5), spacing(5), spacing(5));
    outer->addWidget(m_view);
    outer->addWidget(m_editor);
    outer->addStretch(1);
    auto* column = new QVBoxLayout(m_view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(2));
    setTextRole(m_name, TextRole::Title);
    m_name->setLines(2);
    m_name->setObjectName(u"name"_s);
    m_work->setForegroundRole(QPalette::PlaceholderText);
    m_work->setLines(2);
    m_more->setTextFormat(Qt::PlainText);
    m_more->setWordWrap(true);
    m_more->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_name);
    column->addWidget(m_work);
    column->addWidget(m_more);
    column->addWidget(m_warning);
    m_numbers->setSpacing(spacing(1));
    column->addSpacing(spacing(1));
    column->addLayout(m_numbers);
    column->addSpacing(spacing(1));
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    m_open->setObjectName(u"openRecord"_s);
    m_edit->setObjectName(u"edit"_s);
    m_remove->setObjectName(u"remove"_s);
    for (auto* button : {m_edit, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_open->setAutoDefault(false);
    column->addWidget(m_open, 0, Qt::AlignLeading);
    column->addLayout(row);
    column->addSpacing(spacing(1));
    m_source->setObjectName(u"source"_s);
    column->addWidget(m_source);
    buildEditor();
    connect(m_open, &QPushButton::clicked, this,
            [this] { Q_EMIT openRecordRequested(m_entry.match.record); });
    connect(m_edit, &QPushButton::clicked, this, &PersonDetails::edit);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const auto record = m_entry.match.record; // the entry changes when its row goes
        Q_EMIT removeRequested(record);
    });
}

void PersonDetails::buildEditor()
{
    auto* column = new QVBoxLayout(m_editor);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing(3));
    m_editName = new QLineEdit(m_editor);
    m_editName->setObjectName(u"editName"_s);
    m_editName->setMaxLength(longestName);
    m_nameField = new Field(tr("&Name"), m_editName, m_editor);
    m_nameField->setRequired(true);
    m_editAccount = new QLineEdit(m_editor);
    m_editAccount->setObjectName(u"editAccount"_s);
    m_editAccount->setMaxLength(longestName);
    m_editNumbers = new QPlainTextEdit(m_editor);
    m_editNumbers->setObjectName(u"editNumbers"_s);
    m_editNumbers->setTabChangesFocus(true);
    m_editNumbers->setFixedHeight(numberLines * m_editNumbers->fontMetrics().lineSpacing()
                                  + spacing(4));
    auto* numbers = new Field(tr("N&umbers"), m_editNumbers, m_editor);
    numbers->setHelp(tr("One on each line."));
    column->addWidget(m_nameField);
    column->addWidget(new Field(tr("&Company"), m_editAccount, m_editor));
    column->addWidget(numbers);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing(2));
    auto* save = new QPushButton(tr("&Save"), m_editor);
    save->setObjectName(u"save"_s);
    setButtonKind(save, ButtonKind::Primary);
    auto* cancel = new QPushButton(tr("Cancel"), m_editor);
    cancel->setObjectName(u"cancel"_s);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(save);
    column->addLayout(row);
    connect(save, &QPushButton::clicked, this, &PersonDetails::keep);
    connect(cancel, &QPushButton::clicked, this, [this] { showEditor(false); });
    m_editor->hide();
}

void PersonDetails::setEntry(const PhonebookEntry& entry, const text::NumberLook& look)
{
    const auto& match = entry.match;
    if (match.record != m_entry.match.record)
        showEditor(false);
    m_entry = entry;
    m_name->setText(match.name.isEmpty() ? tr("No name") : text::isolated(match.name));
    QStringList work;
    for (const QString& part : {text::recordKind(match.record.object),
                                text::isolated(match.title, 80), text::isolated(match.account, 80)})
        if (!part.isEmpty())
            work.append(part);
    m_work->setText(work.join(u" · "_s));
    m_more->setText(text::plain(match.email, 120));
    m_more->setVisible(!m_more->text().isEmpty());
    if (match.doNotCall)
        m_warning->tell(Notice::Tone::Warning, tr("Marked “Do not call” in Salesforce."));
    else
        m_warning->clear();
    showNumbers(look);
    m_open->setVisible(match.record.isValid());
    m_edit->setVisible(!entry.isReadOnly);
    m_remove->setVisible(!entry.isReadOnly);
    const QString since = entry.syncedAt.isValid()
        ? tr("Last brought up to date: %1.")
              .arg(QLocale().toString(entry.syncedAt.toLocalTime(), QLocale::ShortFormat))
        : QString();
    m_source->tell(Notice::Tone::Plain,
                   entry.isReadOnly
                       ? tr("CRM: comes from Salesforce and is changed there.")
                       : tr("CRM: came from Salesforce. Since it was disconnected, it can be "
                            "edited here."),
                   since);
}

void PersonDetails::showNumbers(const text::NumberLook& look)
{
    while (auto* item = m_numbers->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto numbers = numbersOf(m_entry.match);
    bool isFirst = true;
    for (const auto& number : numbers.first(qMin<qsizetype>(numbers.size(), mostNumbers))) {
        const bool isMain = std::exchange(isFirst, false);
        const QString shown = text::shownNumber(number, look);
        auto* button =
            new QPushButton(icon(u"phone"_s, isMain ? IconTint::OnAccent : IconTint::Accent),
                            text::isolated(shown), m_view);
        button->setObjectName(isMain ? u"call"_s : u"callOther"_s);
        button->setAccessibleName(tr("Call %1").arg(shown));
        button->setAutoDefault(false);
        setButtonKind(button, isMain ? ButtonKind::Primary : ButtonKind::Link);
        m_numbers->addWidget(button, 0, Qt::AlignLeading);
        connect(button, &QPushButton::clicked, this,
                [this, number] { Q_EMIT callRequested(number); });
    }
}

void PersonDetails::showEditor(bool isShown)
{
    m_editor->setVisible(isShown);
    m_view->setVisible(!isShown);
}

void PersonDetails::edit()
{
    m_editName->setText(m_entry.match.name);
    m_editAccount->setText(m_entry.match.account);
    m_editNumbers->setPlainText(numbersOf(m_entry.match).join(u'\n'));
    m_nameField->setError({});
    showEditor(true);
    m_editName->setFocus();
}

void PersonDetails::keep()
{
    const QString name = m_editName->text().simplified();
    if (name.isEmpty()) {
        m_nameField->setError(tr("Give a name."));
        m_editName->setFocus();
        return;
    }
    auto entry = m_entry;
    entry.match.name = name;
    entry.match.account = m_editAccount->text().simplified();
    entry.match.phones.clear();
    for (const auto& line : m_editNumbers->toPlainText().split(u'\n'))
        if (const QString number = line.simplified(); !number.isEmpty())
            entry.match.phones.append(number.left(longestName));
    entry.match.phone = entry.match.phones.value(0);
    showEditor(false);
    Q_EMIT entryEdited(entry);
}

} // namespace companion
