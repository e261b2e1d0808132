// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/crmlink.h"

#include <QDialog>
#include <QHash>
#include <QList>

class QCheckBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QRadioButton;
class QScrollArea;
class QVBoxLayout;

namespace companion {

class Field;
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
    void cancelled();

private:
    struct Row
    {
        CrmField field;
        Field* widget = nullptr;
    };

    void buildForm(QVBoxLayout* column);
    void buildDuplicates();
    void buildButtons(QVBoxLayout* column);
    void chooseObject(const QString& object);
    void rebuildRows();
    void addRow(const CrmField& field);
    [[nodiscard]] bool isShown(const CrmField& field) const;
    [[nodiscard]] Row* rowFor(const QString& fieldName);
    void keepTyped();
    [[nodiscard]] bool checkRequired();
    void save(bool allowDuplicate);
    void clearProblems();
    void focusFirstError();
    void growToFit();

    QString m_number;
    QHash<QString, QString> m_typed; //!< by field name; outlives the rows
    QHash<QString, NewRecord> m_drafts; //!< by number
    QHash<QString, QList<CrmField>> m_known; //!< by object, from describe
    QList<Row> m_rows;
    QStringList m_askedBack; //!< optional fields the server complained about
    QList<CrmMatch> m_duplicates;
    bool m_isBusy = false;

    QLabel* m_caption = nullptr;
    Notice* m_notice = nullptr;
    Notice* m_duplicateNotice = nullptr;
    QListWidget* m_duplicateList = nullptr;
    QPushButton* m_openExisting = nullptr;
    QPushButton* m_createAnyway = nullptr;
    QRadioButton* m_contact = nullptr;
    QRadioButton* m_lead = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_form = nullptr;
    QVBoxLayout* m_formColumn = nullptr;
    QCheckBox* m_showAll = nullptr;
    QCheckBox* m_openAfter = nullptr;
    QWidget* m_progress = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace companion
