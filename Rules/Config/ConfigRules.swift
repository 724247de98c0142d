import Linting

/// The rules about the document as a whole and how it is imported.
let configRules: [Rule] = [
  configManifestGlobEmpty,
  configReferenceUnknown,
  configOpenAPIVersion,
  configImportLimits,
  configDuplicateKey,
  configUnknownExtension,
  configConstParametersSpelling,
  configOperationID,
  configOperationIDDuplicate,
  configBackendMissing,
  configServiceTypeInvalid,
  configWrongType,
  configPathNotOpenAPI,
  configServersMeaning,
  configResponseCode,
  configServiceName,
  configSuppressionUnknown,
  configSuppressionUnused,
  configSuppressionExpired,
]
