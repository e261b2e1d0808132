// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/crmlink.h"
#include "ui/text/historytext.h"

#include <QDialog>
#include <QHash>
#include <QList>

class QCheckBox;
class QLabel;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace companion {

class CrmRecordForm;
class DuplicateNotice;
class Notice;

//! \brief The guide's *Add Contact to CRM*: asks for a new contact or lead and what else the org
//! demands, and shows the server's words at the field they are about.
//!
//! What was typed is kept by number until the record is saved: cancelled, failed or offline,
//! nothing is lost. Closing it is the caller's decision: accept() when the record exists.
class AddContactDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AddContactDialog(QWidget* parent = nullptr);
    ~AddContactDialog() override;

    //! How the number is written where it is not to be changed.
    void setLook(const text::NumberLook& look) { m_look = look; }
    //! Ask for \p number, with what was typed for it before. \p object: "Contact" or "Lead".
    void startFor(const QString& number, const QString& object);
    //! What the org knows of \p object; ignored when another object has been chosen meanwhile.
    void setFields(const QString& object, const QList<CrmField>& fields);

    [[nodiscard]] QString object() const;
    [[nodiscard]] bool opensAfterSaving() const;
    [[nodiscard]] NewRecord draft() const;
    void restoreDraft(const NewRecord& draft);

    void setBusy(bool isBusy);
    void showError(const Error& error);
    void showDuplicates(const CreateAnswer& answer);

    void done(int result) override;

Q_SIGNALS:
    void saveRequested(const companion::NewRecord& record);
    void objectChanged(const QString& object);
    void openExistingRequested(const companion::RecordId& record);
    //! The caller has a record under another number: searched for by name.
    void searchInsteadRequested();

private:
    void buildHeading(QVBoxLayout* column);
    void buildForm(QVBoxLayout* column);
    void buildButtons(QVBoxLayout* column);
    void chooseObject(const QString& chosen);
    void takeRebuiltForm();
    void save(bool allowDuplicate);
    void clearProblems();
    void growToFit();

    text::NumberLook m_look;
    QString m_number;
    QHash<QString, NewRecord> m_drafts; //!< by number
    QHash<QString, QList<CrmField>> m_known; //!< by object, from describe
    bool m_isBusy = false;

    QLabel* m_caption = nullptr;
    Notice* m_notice = nullptr;
    DuplicateNotice* m_duplicates = nullptr;
    QRadioButton* m_contact = nullptr;
    QRadioButton* m_lead = nullptr;
    CrmRecordForm* m_form = nullptr;
    QCheckBox* m_showAll = nullptr;
    QCheckBox* m_openAfter = nullptr;
    QWidget* m_progress = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace companion
