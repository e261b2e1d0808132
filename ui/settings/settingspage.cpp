// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingspage.h"

#include "ui/dialogs/field.h"
#include "ui/settings/settinginput.h"
#include "ui/settings/settingtexts.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QLabel>

#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

SettingsPage::SettingsPage(const QString& title, QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(spacing(6), spacing(5), spacing(6), spacing(5));
    m_column->setSpacing(spacing(4));
    auto* headline = new QLabel(title, this);
    setTextRole(headline, TextRole::Headline);
    m_column->addWidget(headline);
}

void SettingsPage::addHeading(const QString& heading)
{
    auto* label = new QLabel(heading, this);
    setTextRole(label, TextRole::Strong);
    label->setContentsMargins(0, spacing(2), 0, 0);
    m_column->addWidget(label);
}

void SettingsPage::addSetting(const QString& key)
{
    const auto* spec = findSetting(key);
    const auto words = text::settingText(key);
    const bool isSwitch = spec->kind == SettingKind::Boolean;
    auto* input = new SettingInput(*spec, words.label, words.choices, this);
    auto* field = new Field(isSwitch ? QString() : words.label, input, this);
    field->setHelp(words.help);
    if (!isSwitch)
        input->focusProxy()->setAccessibleName(input->accessibleName());
    input->focusProxy()->setAccessibleDescription(input->accessibleDescription());
    m_inputs.insert(key, input);
    connect(input, &SettingInput::typing, field, [field] { field->setError({}); });
    connect(input, &SettingInput::entered, this,
            [this, key](const QString& value) { onEntered(key, value); });
    add(key, field);
}

void SettingsPage::addTemplate(const QString& key, TemplateEditor::Size size)
{
    auto* editor = new TemplateEditor(key, size, this);
    auto* field = new Field(text::settingText(key).label, editor, this);
    editor->focusProxy()->setAccessibleName(editor->accessibleName());
    m_templates.insert(key, editor);
    connect(editor, &TemplateEditor::entered, this,
            [this, key](const QString& value) { onEntered(key, value); });
    add(key, field);
}

void SettingsPage::add(const QString& key, Field* field)
{
    m_fields.insert(key, field);
    m_column->addWidget(field);
}

void SettingsPage::addWidget(QWidget* widget)
{
    m_column->addWidget(widget);
}

void SettingsPage::enableBy(const QString& key, const QString& switchKey, const QString& value)
{
    m_dependences.append({key, switchKey, value});
}

void SettingsPage::finish()
{
    m_column->addStretch(1);
}

void SettingsPage::setLayers(const SettingLayers& layers)
{
    m_layers = layers;
    for (auto at = m_fields.cbegin(); at != m_fields.cend(); ++at)
        at.value()->setLocked(layers.origin(at.key()) == SettingOrigin::Enforced);
    for (auto at = m_inputs.cbegin(); at != m_inputs.cend(); ++at) {
        const bool isWrong = m_fields.value(at.key())->hasError();
        if (!at.value()->isBeingEdited() && !isWrong) // a wrong value stays, to be corrected
            at.value()->setValue(layers.value(at.key()));
    }
    for (auto at = m_templates.cbegin(); at != m_templates.cend(); ++at)
        if (!at.value()->isBeingEdited())
            at.value()->setValue(layers.value(at.key()));
    applyDependences();
}

void SettingsPage::applyDependences()
{
    for (const auto& one : std::as_const(m_dependences)) {
        auto* field = m_fields.value(one.key);
        const auto* switched = m_inputs.value(one.switchKey);
        const bool isOn =
            (switched ? switched->value() : m_layers.value(one.switchKey)) == one.value;
        bool isEnabled = isOn && !field->isLocked();
        for (const auto& other : std::as_const(m_dependences))
            if (other.key == one.key && other.switchKey != one.switchKey) {
                const auto* second = m_inputs.value(other.switchKey);
                isEnabled = isEnabled
                    && (second ? second->value() : m_layers.value(other.switchKey)) == other.value;
            }
        field->input()->setEnabled(isEnabled);
    }
}

void SettingsPage::onEntered(const QString& key, const QString& value)
{
    const auto checked = checkSetting(key, value);
    m_fields.value(key)->setError(checked ? QString() : text::settingProblem(key));
    if (!checked)
        return;
    applyDependences();
    Q_EMIT settingChanged(key, *checked);
}

void SettingsPage::setError(const QString& key, const QString& sentence)
{
    if (auto* field = m_fields.value(key))
        field->setError(sentence);
}

void SettingsPage::focusOn(const QString& key)
{
    if (auto* field = m_fields.value(key))
        field->setFocus();
}

void SettingsPage::commit()
{
    for (auto* input : std::as_const(m_inputs))
        input->commit();
    for (auto* editor : std::as_const(m_templates))
        editor->commit();
}

} // namespace companion
