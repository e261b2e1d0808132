// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/addcontactdialog.h"

#include "ui/dialogs/crmfieldinput.h"
#include "ui/dialogs/field.h"
#include "ui/dialogs/notice.h"
#include "ui/text/calltext.h"
#include "ui/text/errortext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype mostDrafts = 50;

    //! The guide's own fields, which every org has; describe adds lengths and the rest.
    QList<CrmField> usualFields(const QString& object)
    {
        using enum CrmField::Kind;
        QList<CrmField> fields{
            {.name = u"FirstName"_s,
             .label = AddContactDialog::tr("&First name"),
             .kind = Text,
             .length = 40},
            {.name = u"LastName"_s,
             .label = AddContactDialog::tr("&Last name"),
             .kind = Text,
             .isRequired = true,
             .length = 80},
        };
        if (object == "Lead"_L1)
            fields.append({.name = u"Company"_s,
                           .label = AddContactDialog::tr("Compan&y"),
                           .kind = Text,
                           .isRequired = true,
                           .length = 255});
        fields.append({.name = u"Phone"_s,
                       .label = AddContactDialog::tr("&Number"),
                       .kind = Phone,
                       .length = 40});
        return fields;
    }

    bool isUsual(const QString& name)
    {
        return name == "FirstName"_L1 || name == "LastName"_L1 || name == "Company"_L1
            || name == "Phone"_L1;
    }

    //! What describe says, with our own labels and order for the fields that everyone has.
    QList<CrmField> merged(const QString& object, const QList<CrmField>& described)
    {
        auto fields = usualFields(object);
        const auto usualCount = fields.size();
        for (const auto& field : described) {
            bool isKnown = false;
            for (qsizetype i = 0; i < usualCount; ++i) {
                if (fields.at(i).name != field.name)
                    continue;
                isKnown = true;
                fields[i].isRequired = fields.at(i).isRequired || field.isRequired;
                if (field.length > 0)
                    fields[i].length = field.length;
            }
            if (!isKnown) {
                CrmField foreign = field;
                foreign.label =
                    Field::foreignLabel(field.label.isEmpty() ? field.name : field.label);
                fields.append(foreign);
            }
        }
        return fields;
    }

} // namespace

AddContactDialog::AddContactDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Add Contact to CRM"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(6), spacing(5), spacing(6), spacing(5));
    column->setSpacing(spacing(3));
    auto* headline = new QLabel(tr("Add Contact to CRM"), this);
    setTextRole(headline, TextRole::Title);
    m_caption = new QLabel(this);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_caption->setWordWrap(true);
    auto* heading = new QVBoxLayout;
    heading->setSpacing(spacing(1));
    heading->addWidget(headline);
    heading->addWidget(m_caption);
    column->addLayout(heading);
    m_notice = new Notice(this);
    m_notice->setObjectName(u"problem"_s);
    column->addWidget(m_notice);
    buildDuplicates();
    column->addWidget(m_duplicateNotice);
    buildForm(column);
    buildButtons(column);
    setMinimumWidth(spacing(112));
    chooseObject(u"Contact"_s);
}

AddContactDialog::~AddContactDialog() = default;

void AddContactDialog::buildForm(QVBoxLayout* column)
{
    m_contact = new QRadioButton(tr("&Contact"), this);
    m_contact->setObjectName(u"contact"_s);
    m_lead = new QRadioButton(tr("L&ead"), this);
    m_lead->setObjectName(u"lead"_s);
    auto* kinds = new QHBoxLayout;
    kinds->setSpacing(spacing(5));
    kinds->addWidget(m_contact);
    kinds->addWidget(m_lead);
    kinds->addStretch();
    column->addLayout(kinds);
    const auto choose = [this](bool isChosen) {
        if (!isChosen)
            return;
        chooseObject(object());
        Q_EMIT objectChanged(object());
    };
    connect(m_contact, &QRadioButton::toggled, this, choose);
    connect(m_lead, &QRadioButton::toggled, this, choose);

    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setBackgroundRole(QPalette::Window);
    m_scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    column->addWidget(m_scroll, 1);

    m_showAll = new QCheckBox(tr("Show the &other fields as well"), this);
    m_showAll->setObjectName(u"showAll"_s);
    connect(m_showAll, &QCheckBox::toggled, this, &AddContactDialog::rebuildRows);
    column->addWidget(m_showAll);
    m_openAfter = new QCheckBox(tr("&Open the record after saving"), this);
    m_openAfter->setObjectName(u"openAfterSaving"_s);
    m_openAfter->setChecked(true);
    column->addWidget(m_openAfter);
}

void AddContactDialog::buildDuplicates()
{
    m_duplicateNotice = new Notice(this);
    m_duplicateNotice->setObjectName(u"duplicates"_s);
    m_duplicateList = new QListWidget(this);
    m_duplicateList->setObjectName(u"duplicateList"_s);
    m_duplicateList->setAccessibleName(tr("Records that exist already"));
    m_duplicateList->setUniformItemSizes(true);
    m_duplicateNotice->addContent(m_duplicateList);
    m_openExisting = m_duplicateNotice->addButton(tr("Open the e&xisting one"));
    m_openExisting->setObjectName(u"openExisting"_s);
    m_createAnyway = m_duplicateNotice->addButton(tr("Create &anyway"));
    m_createAnyway->setObjectName(u"createAnyway"_s);
    const auto open = [this] {
        const int row = m_duplicateList->currentRow();
        if (row >= 0 && row < m_duplicates.size())
            Q_EMIT openExistingRequested(m_duplicates.at(row).record);
    };
    connect(m_openExisting, &QPushButton::clicked, this, open);
    connect(m_duplicateList, &QListWidget::itemActivated, this, open);
    connect(m_createAnyway, &QPushButton::clicked, this, [this] { save(true); });
}

void AddContactDialog::buildButtons(QVBoxLayout* column)
{
    auto* bar = new QProgressBar(this);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedHeight(spacing(1));
    bar->setAccessibleName(tr("Saving"));
    auto policy = bar->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // the window must not jump under the pointer
    bar->setSizePolicy(policy);
    bar->hide();
    m_progress = bar;
    column->addWidget(bar);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setAutoDefault(false);
    m_save = new QPushButton(tr("&Save"), this);
    m_save->setObjectName(u"save"_s);
    m_save->setDefault(true);
    setButtonKind(m_save, ButtonKind::Primary);
    auto* search = new QPushButton(tr("In Salesforce &already…"), this);
    search->setObjectName(u"searchInstead"_s);
    search->setAutoDefault(false);
    setButtonKind(search, ButtonKind::Link);
    connect(search, &QPushButton::clicked, this, &AddContactDialog::searchInsteadRequested);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(spacing(2));
    buttons->addWidget(search);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &AddContactDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
}

void AddContactDialog::startFor(const QString& number, const QString& object)
{
    if (!m_number.isEmpty()) {
        if (m_drafts.size() >= mostDrafts)
            m_drafts.clear();
        m_drafts.insert(m_number, draft());
    }
    m_number = number;
    const QString shown = text::isolated(number, 60);
    m_caption->setText(number.isEmpty() ? tr("The caller's number is withheld.")
                                        : tr("%1 is not in Salesforce yet. Who is it?").arg(shown));
    m_typed.clear();
    m_askedBack.clear();
    m_isBusy = false;
    NewRecord kept = m_drafts.value(number, {.object = object, .fields = {}});
    if (!kept.fields.contains(u"Phone"_s))
        kept.fields.insert(u"Phone"_s, number);
    restoreDraft(kept);
    setBusy(false);
}

QString AddContactDialog::object() const
{
    return m_lead->isChecked() ? u"Lead"_s : u"Contact"_s;
}

bool AddContactDialog::opensAfterSaving() const
{
    return m_openAfter->isChecked();
}

NewRecord AddContactDialog::draft() const
{
    NewRecord record{.object = object(), .fields = m_typed};
    for (const auto& row : m_rows)
        if (const auto* input = qobject_cast<CrmFieldInput*>(row.widget->input()))
            record.fields.insert(row.field.name, input->value());
    return record;
}

void AddContactDialog::restoreDraft(const NewRecord& draft)
{
    m_rows.clear(); // what stands there now is not to be kept
    m_typed = draft.fields;
    chooseObject(draft.object);
    clearProblems();
    if (auto* last = rowFor(u"FirstName"_s))
        last->widget->setFocus();
}

void AddContactDialog::chooseObject(const QString& chosen)
{
    const QSignalBlocker quietContact(m_contact);
    const QSignalBlocker quietLead(m_lead);
    m_lead->setChecked(chosen == "Lead"_L1);
    m_contact->setChecked(chosen != "Lead"_L1);
    clearProblems();
    rebuildRows();
}

void AddContactDialog::setFields(const QString& object, const QList<CrmField>& fields)
{
    m_known.insert(object, fields);
    if (object == this->object())
        rebuildRows();
}

bool AddContactDialog::isShown(const CrmField& field) const
{
    return isUsual(field.name) || field.isRequired || m_askedBack.contains(field.name)
        || m_showAll->isChecked();
}

void AddContactDialog::rebuildRows()
{
    keepTyped();
    auto* focused = focusWidget();
    const QString hadFocus =
        focused && m_form && m_form->isAncestorOf(focused) ? focused->objectName() : QString();
    m_rows.clear();
    m_form = new QWidget(m_scroll);
    m_form->setBackgroundRole(QPalette::Window);
    m_formColumn = new QVBoxLayout(m_form);
    m_formColumn->setContentsMargins(2, spacing(1), spacing(2), spacing(1)); // room for focus rings
    m_formColumn->setSpacing(spacing(3));
    bool hasMore = false;
    const auto fields = merged(object(), m_known.value(object()));
    for (const auto& field : fields) {
        if (isShown(field))
            addRow(field);
        hasMore = hasMore || !(isUsual(field.name) || field.isRequired);
    }
    m_formColumn->addStretch();
    m_scroll->setWidget(m_form); // deletes the former one
    m_showAll->setVisible(hasMore);
    const int wanted = m_form->sizeHint().height() + 2;
    m_scroll->setMinimumHeight(qMin(wanted, spacing(40)));
    if (auto* row = rowFor(hadFocus))
        row->widget->setFocus();
    QWidget* before = m_lead;
    for (const auto& row : std::as_const(m_rows)) {
        auto* editor = qobject_cast<CrmFieldInput*>(row.widget->input())->editor();
        setTabOrder(before, editor);
        before = editor;
    }
    setTabOrder(before, m_showAll);
    setTabOrder(m_showAll, m_openAfter);
    setTabOrder(m_openAfter, m_save);
    setTabOrder(m_save, m_cancel);
    growToFit();
}

void AddContactDialog::addRow(const CrmField& field)
{
    auto* input = new CrmFieldInput(field, m_form);
    const bool labelsItself = field.kind == CrmField::Kind::Boolean;
    auto* row = new Field(labelsItself ? QString() : field.label, input, m_form);
    row->setRequired(field.isRequired && !labelsItself);
    input->editor()->setAccessibleName(input->accessibleName());
    if (m_typed.contains(field.name))
        input->setValue(m_typed.value(field.name));
    input->setEnabled(!m_isBusy);
    connect(input, &CrmFieldInput::edited, row, [row] { row->setError({}); });
    m_formColumn->addWidget(row);
    m_rows.append({field, row});
}

AddContactDialog::Row* AddContactDialog::rowFor(const QString& fieldName)
{
    for (auto& row : m_rows)
        if (row.field.name.compare(fieldName, Qt::CaseInsensitive) == 0)
            return &row;
    return nullptr;
}

void AddContactDialog::keepTyped()
{
    for (const auto& row : std::as_const(m_rows))
        if (const auto* input = qobject_cast<CrmFieldInput*>(row.widget->input()))
            m_typed.insert(row.field.name, input->value());
}

bool AddContactDialog::checkRequired()
{
    bool isComplete = true;
    for (const auto& row : std::as_const(m_rows)) {
        const auto* input = qobject_cast<CrmFieldInput*>(row.widget->input());
        if (!row.field.isRequired || !input->value().isEmpty())
            continue;
        isComplete = false;
        if (row.field.name == "LastName"_L1)
            row.widget->setError(tr("Enter a last name."));
        else if (row.field.name == "Company"_L1)
            row.widget->setError(tr("Enter the company: a lead needs one."));
        else if (row.field.kind == CrmField::Kind::Picklist)
            row.widget->setError(tr("Choose one."));
        else
            row.widget->setError(tr("Salesforce requires this field."));
    }
    return isComplete;
}

void AddContactDialog::save(bool allowDuplicate)
{
    if (m_isBusy)
        return;
    clearProblems();
    if (!checkRequired())
        return focusFirstError();
    NewRecord record{.object = object(), .fields = {}, .allowDuplicate = allowDuplicate};
    for (const auto& row : std::as_const(m_rows)) {
        const QString value = qobject_cast<CrmFieldInput*>(row.widget->input())->value();
        if (!value.isEmpty())
            record.fields.insert(row.field.name, value);
    }
    Q_EMIT saveRequested(record);
}

void AddContactDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_progress->setVisible(isBusy);
    m_save->setEnabled(!isBusy);
    m_save->setText(isBusy ? tr("Saving…") : tr("&Save"));
    for (auto* kind : {m_contact, m_lead})
        kind->setEnabled(!isBusy);
    for (const auto& row : std::as_const(m_rows))
        row.widget->input()->setEnabled(!isBusy);
}

void AddContactDialog::showError(const Error& error)
{
    setBusy(false);
    const QString sentence = text::sentence(error, text::Place::Create);
    bool hasPlace = false;
    for (const auto& name : error.fields) {
        if (!rowFor(name)) { // one that was not shown: bring it up
            m_askedBack.append(name);
            rebuildRows();
        }
        if (auto* row = rowFor(name)) {
            row->widget->setError(error.sentence.isEmpty() ? sentence : error.sentence);
            hasPlace = true;
        }
    }
    if (hasPlace) {
        growToFit();
        return focusFirstError();
    }
    m_notice->tell(Notice::Tone::Problem, sentence, tr("What you typed is kept."));
    growToFit();
}

void AddContactDialog::showDuplicates(const CreateAnswer& answer)
{
    setBusy(false);
    m_duplicates = answer.duplicates;
    m_duplicateList->clear();
    for (const auto& match : std::as_const(m_duplicates)) {
        QStringList parts{text::plain(match.name, 80), text::recordKind(match.record.object)};
        for (const auto& more : {match.account, match.email, match.phone})
            if (!more.isEmpty())
                parts.append(text::plain(more, 60));
        m_duplicateList->addItem(parts.join(u" · "_s));
    }
    const auto shownRows = int(qBound(qsizetype(1), m_duplicates.size(), qsizetype(4)));
    m_duplicateList->setFixedHeight(shownRows * qMax(spacing(7), m_duplicateList->sizeHintForRow(0))
                                    + 2 * m_duplicateList->frameWidth() + 2);
    m_duplicateList->setVisible(!m_duplicates.isEmpty());
    m_duplicateList->setCurrentRow(0);
    m_openExisting->setVisible(!m_duplicates.isEmpty());
    m_createAnyway->setVisible(answer.mayCreateAnyway);
    const QString found = m_duplicates.size() == 1
        ? tr("Salesforce has a record like this one already.")
        : tr("Salesforce has records like this one already.");
    m_duplicateNotice->tell(
        Notice::Tone::Warning, answer.sentence.isEmpty() ? found : answer.sentence,
        answer.mayCreateAnyway ? QString() : tr("Your organisation does not allow another one."));
    growToFit();
    (m_duplicates.isEmpty() ? m_createAnyway : m_openExisting)->setFocus();
}

//! Room for what has just appeared, as far as the screen has it; the form scrolls beyond that.
void AddContactDialog::growToFit()
{
    constexpr qreal share = 0.9;
    m_formColumn->activate();
    layout()->invalidate();
    const int wide = isVisible() ? width() : qMax(minimumWidth(), minimumSizeHint().width());
    const int least = layout()->hasHeightForWidth() ? layout()->totalMinimumHeightForWidth(wide)
                                                    : layout()->totalMinimumSize().height();
    const int within = wide - 2 * layout()->contentsMargins().left();
    const int form =
        m_form->hasHeightForWidth() ? m_form->heightForWidth(within) : m_form->sizeHint().height();
    const int room = int(screen()->availableGeometry().height() * share);
    const int wanted = qMin(least - m_scroll->minimumHeight() + form + 2, room);
    setMinimumHeight(qMin(least, room));
    resize(wide, isVisible() ? qMax(height(), wanted) : wanted);
}

void AddContactDialog::clearProblems()
{
    m_notice->clear();
    m_duplicateNotice->clear();
    for (const auto& row : std::as_const(m_rows))
        row.widget->setError({});
}

void AddContactDialog::focusFirstError()
{
    for (const auto& row : std::as_const(m_rows))
        if (row.widget->hasError()) {
            row.widget->setFocus();
            m_scroll->ensureWidgetVisible(row.widget);
            return;
        }
}

void AddContactDialog::done(int result)
{
    if (result == Accepted) { // saved: the next one starts empty
        m_drafts.remove(m_number);
        const QString number = std::exchange(m_number, {});
        startFor(number, object());
    }
    QDialog::done(result);
    if (result != Accepted)
        Q_EMIT cancelled();
}

} // namespace companion
