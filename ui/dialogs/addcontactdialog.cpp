// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/addcontactdialog.h"

#include "ui/bringup.h"
#include "ui/dialogs/crmrecordform.h"
#include "ui/dialogs/duplicatenotice.h"
#include "ui/text/errortext.h"
#include "ui/text/plaintext.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype mostDrafts = 50;
    constexpr qreal shareOfScreen = 0.9;

} // namespace

AddContactDialog::AddContactDialog(QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Add Contact to CRM"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing(6), spacing(5), spacing(6), spacing(5));
    column->setSpacing(spacing(3));
    buildHeading(column);
    m_notice = new Notice(this);
    m_notice->setObjectName(u"problem"_s);
    column->addWidget(m_notice);
    m_duplicates = new DuplicateNotice(this);
    m_duplicates->setObjectName(u"duplicates"_s);
    connect(m_duplicates, &DuplicateNotice::openRequested, this,
            &AddContactDialog::openExistingRequested);
    connect(m_duplicates, &DuplicateNotice::createAnywayRequested, this, [this] { save(true); });
    column->addWidget(m_duplicates);
    buildForm(column);
    buildButtons(column);
    setMinimumWidth(spacing(112));
    connect(m_form, &CrmRecordForm::rebuilt, this, &AddContactDialog::takeRebuiltForm);
    chooseObject(u"Contact"_s);
}

AddContactDialog::~AddContactDialog() = default;

void AddContactDialog::buildHeading(QVBoxLayout* column)
{
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
}

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

    m_form = new CrmRecordForm(this);
    column->addWidget(m_form, 1);

    m_showAll = new QCheckBox(tr("Show the &other fields as well"), this);
    m_showAll->setObjectName(u"showAll"_s);
    connect(m_showAll, &QCheckBox::toggled, m_form, &CrmRecordForm::setShowsAll);
    column->addWidget(m_showAll);
    m_openAfter = new QCheckBox(tr("&Open the record after saving"), this);
    m_openAfter->setObjectName(u"openAfterSaving"_s);
    m_openAfter->setChecked(true);
    column->addWidget(m_openAfter);
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
    const QString shown = text::isolated(text::shownNumber(number, m_look), 60);
    m_caption->setText(number.isEmpty() ? tr("The caller's number is withheld.")
                                        : tr("%1 is not in Salesforce yet. Who is it?").arg(shown));
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
    return {.object = object(), .fields = m_form->typed()};
}

void AddContactDialog::restoreDraft(const NewRecord& draft)
{
    m_form->setTyped(draft.fields);
    chooseObject(draft.object);
    m_form->focusFirst();
}

void AddContactDialog::chooseObject(const QString& chosen)
{
    const QSignalBlocker quietContact(m_contact);
    const QSignalBlocker quietLead(m_lead);
    m_lead->setChecked(chosen == "Lead"_L1);
    m_contact->setChecked(chosen != "Lead"_L1);
    clearProblems();
    m_form->setObject(object(), m_known.value(object()));
}

void AddContactDialog::setFields(const QString& object, const QList<CrmField>& fields)
{
    m_known.insert(object, fields);
    if (object == this->object())
        m_form->setObject(object, fields);
}

void AddContactDialog::takeRebuiltForm()
{
    m_showAll->setVisible(m_form->hasMore());
    QWidget* before = m_lead;
    auto order = m_form->editors();
    order << m_showAll << m_openAfter << m_save << m_cancel;
    for (auto* next : std::as_const(order)) {
        setTabOrder(before, next);
        before = next;
    }
    growToFit();
}

void AddContactDialog::save(bool allowDuplicate)
{
    if (m_isBusy)
        return;
    clearProblems();
    if (!m_form->checkRequired())
        return m_form->focusFirstProblem();
    const NewRecord record{
        .object = object(), .fields = m_form->values(), .allowDuplicate = allowDuplicate};
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
    m_form->setInputEnabled(!isBusy);
}

void AddContactDialog::showError(const Error& error)
{
    setBusy(false);
    const QString sentence = text::sentence(error, text::Place::Create);
    const QString atField = error.sentence.isEmpty() ? sentence : error.sentence;
    bool hasPlace = false;
    for (const auto& field : error.fields)
        hasPlace = m_form->showProblem(field, atField) || hasPlace;
    if (hasPlace) {
        growToFit();
        return m_form->focusFirstProblem();
    }
    m_notice->tell(Notice::Tone::Problem, sentence, tr("What you typed is kept."));
    growToFit();
}

void AddContactDialog::showDuplicates(const CreateAnswer& answer)
{
    setBusy(false);
    m_duplicates->offer(answer);
    growToFit();
}

//! Room for what has just appeared, as far as the screen has it; the form scrolls beyond that.
void AddContactDialog::growToFit()
{
    const int wide = isVisible() ? width() : std::max(minimumWidth(), minimumSizeHint().width());
    const int form = m_form->heightFor(wide - 2 * layout()->contentsMargins().left());
    layout()->invalidate();
    const int least = layout()->hasHeightForWidth() ? layout()->totalMinimumHeightForWidth(wide)
                                                    : layout()->totalMinimumSize().height();
    const int room = static_cast<int>(screen()->availableGeometry().height() * shareOfScreen);
    const int wanted = std::min(least - m_form->minimumHeight() + form, room);
    setMinimumHeight(std::min(least, room));
    resizePlaced(this, {wide, isVisible() ? std::max(height(), wanted) : wanted});
}

void AddContactDialog::clearProblems()
{
    m_notice->clear();
    m_duplicates->clear();
    m_form->clearProblems();
}

void AddContactDialog::done(int result)
{
    if (result == Accepted) { // saved: the next one starts empty
        m_drafts.remove(m_number);
        const QString number = std::exchange(m_number, {});
        startFor(number, object());
    }
    QDialog::done(result);
}

} // namespace companion
