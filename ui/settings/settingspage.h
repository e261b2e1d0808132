// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"
#include "ui/settings/templateeditor.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace companion {

class Field;
class SettingInput;

//! \brief One page of settings: headings and inputs, each with its lock and its error.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(const QString& title, QWidget* parent = nullptr);

    void addHeading(const QString& heading);
    void addSetting(const QString& key);
    void addTemplate(const QString& key, TemplateEditor::Size size);
    void addWidget(QWidget* widget);
    //! \p key can be changed only while \p switchKey has \p value.
    void enableBy(const QString& key, const QString& switchKey, const QString& value);
    void finish(); //!< nothing more is added

    void setLayers(const SettingLayers& layers);
    [[nodiscard]] bool has(const QString& key) const { return m_fields.contains(key); }
    void setError(const QString& key, const QString& sentence);
    void focusOn(const QString& key);
    void commit();
    [[nodiscard]] SettingInput* input(const QString& key) const { return m_inputs.value(key); }
    [[nodiscard]] QList<TemplateEditor*> templates() const { return m_templates.values(); }

Q_SIGNALS:
    void settingChanged(const QString& key, const QString& value);

private:
    struct Dependence
    {
        QString key;
        QString switchKey;
        QString value;
    };

    void add(const QString& key, Field* field);
    void onEntered(const QString& key, const QString& value);
    void applyDependences();

    QVBoxLayout* m_column;
    SettingLayers m_layers;
    QHash<QString, Field*> m_fields;
    QHash<QString, SettingInput*> m_inputs;
    QHash<QString, TemplateEditor*> m_templates;
    QList<Dependence> m_dependences;
};

} // namespace companion
